import { bearerOf, expiryOf, isMet, roleOf, type Caller, type Requirement } from '@hub/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusalError } from '../access/refusal';
import type { AccessAudit } from '../audit/access-audit';
import { accessEntry } from '../audit/access-entry';
import { Deadline } from '../operation/deadline';
import { gatewayError } from '../errors';
import { RequestRefused } from '../http/http-errors';
import { refuseBadToken } from '../identity/identify';
import { authorise } from '../purpose/authorise';
import { openContext, type RequestContext } from '../operation/request-context';
import type { Feed } from './feed';
import type { OpenFeeds } from './open-feeds';

/** How the record of access names what a feed shows. */
const FIELD = 'Feed.movement';
const NEEDS: Requirement = { isDecided: true, authenticated: true, scopes: [['movements:read']] };
const OPERATION = { source: 'GET /feed', name: 'feed', asked: [], result: {} };

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // A proxy that gathered answers would hold the events back.
  'x-accel-buffering': 'no',
};

/** Serves `/feed`: server-sent events of the movements that a caller is party to, behind the front door. */
export function addFeed(door: FastifyInstance, feeds: OpenFeeds, audit: AccessAudit | undefined): void {
  // A HEAD would keep a feed open that nobody reads.
  door.get(
    '/feed',
    { preParsing: refuseBadToken, exposeHeadRoute: false, config: { isOpenEnded: true } },
    async (request, reply) => {
      const feed = await recorded(request, feeds, audit);
      return reply.headers(HEADERS).send(feed.stream);
    },
  );
}

/** A feed that is on the record of access, as is the refusal of one. What cannot be recorded is not opened. */
async function recorded(request: FastifyRequest, feeds: OpenFeeds, audit: AccessAudit | undefined): Promise<Feed> {
  // It asks no subgraph, and lasts as long as it is listened to.
  const context = openContext(request, new Deadline(Infinity));
  const feed = await admitted(request, context, feeds, audit).catch(async (refusal: unknown) => {
    context.trail.isRefused = true;
    await record(context, audit);
    throw refusal;
  });
  try {
    await record(context, audit);
    return feed;
  } catch (error) {
    feed.drop();
    throw error;
  }
}

/** A feed for who may have one, by the rules of an operation that reaches single children. */
async function admitted(
  { headers }: FastifyRequest,
  context: RequestContext,
  feeds: OpenFeeds,
  audit: AccessAudit | undefined,
): Promise<Feed> {
  const { caller, declaration } = context;
  const token = bearerOf(headers.authorization);
  if (!caller || !token) {
    const reason = 'The feed is for callers with a token. Send "authorization: Bearer <token>".';
    throw new RequestRefused('UNAUTHENTICATED', { reason }, { 'www-authenticate': 'Bearer' });
  }
  if (!isMet(NEEDS, caller)) throw refusalError({ path: [], coordinate: FIELD, needs: [NEEDS] });
  if (declaration.purpose === 'BREAK_GLASS') throw unbroken(caller);
  await authorise({ granted: [FIELD], refused: [] }, context, audit);
  return feeds.open(caller, expiryOf(token));
}

/** No purpose makes a feed longer, so no glass is broken for one, and no alert raised. */
function unbroken({ role }: Caller) {
  const purposes = roleOf(role).purposes.filter((purpose) => purpose !== 'BREAK_GLASS');
  return gatewayError('PURPOSE_NOT_ALLOWED', { role, purpose: 'BREAK_GLASS', purposes: purposes.join(', ') });
}

async function record(context: RequestContext, audit: AccessAudit | undefined): Promise<void> {
  const { requestId, trail } = context;
  if (!audit) throw gatewayError('AUDIT_UNAVAILABLE', { requestId });
  const entry = accessEntry(context, { granted: [FIELD], refused: [] }, OPERATION);
  // No subgraph is asked: the gateway itself answers.
  await audit.append(trail.isRefused ? entry : { ...entry, outcome: 'ANSWERED' });
}
