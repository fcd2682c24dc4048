import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { CallerAllowance } from '@hub/limits';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Deadline } from '../operation/deadline';
import type { DirectAnswers } from '../operation/direct-answers';
import { hubBusy, QuestionTurns } from '../edge/question-turns';
import { refuseBadToken } from '../identity/identify';
import { limitDocuments } from '../limits/document-limits';
import { openContext, type RequestContext } from '../operation/request-context';
import { compressAnswers } from './compress-answers';
import { operationRequest } from './operation-request';
import { refuseStreams } from './refuse-streams';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the operation; null until it is looked at. */
    operation: RequestContext | null;
  }
}

/** How many values of the header accept are known, and how long one may be. */
const KNOWN_ACCEPTS = 100;
const ACCEPT_LENGTH = 200;

/** How `/graphql` answers. */
export interface GraphqlRouteOptions {
  /** What answers operations that are known. */
  direct: DirectAnswers;
  /** What answers everything else. */
  apollo: ApolloServer<RequestContext>;
  /** What callers may ask for in a minute. */
  points: CallerAllowance;
  /** How long an operation may take, from when it has come, in milliseconds. */
  questionMs: number;
}

/** Serves the graph at `/graphql`, behind the front door. */
export function addGraphql(door: FastifyInstance, { direct, apollo, points, questionMs }: GraphqlRouteOptions): void {
  const turns = new QuestionTurns();
  const byApollo = fastifyApolloHandler(apollo, { context: async (request) => request.operation! });
  /** What Apollo Server chose as type of the answer, by what was accepted. */
  const contentTypes = new LRUCache<string, string>({ max: KNOWN_ACCEPTS });

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const context = request.operation!;
    const { accept = '' } = request.headers;
    const contentType = contentTypes.get(accept);
    const operation = contentType === undefined ? undefined : operationRequest(request);
    const answered = operation && (await direct.answer(operation, context));
    if (answered) {
      const { status, headers, text } = answered;
      for (const [name, value] of headers) void reply.header(name, value);
      void reply.code(status).header('content-type', contentType).header('cache-control', 'no-store');
      return text;
    }
    const body = await byApollo.call(door, request, reply);
    if (reply.statusCode === 200 && accept.length <= ACCEPT_LENGTH) {
      contentTypes.set(accept, String(reply.getHeader('content-type')));
    }
    return body;
  };

  door.decorateRequest('documentCost', 0);
  door.decorateRequest('operation', null);
  // What is said of single children shall not show in its length.
  compressAnswers(door, ({ operation }) => operation?.answer.reachesChildren === false);
  door.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preParsing: [refuseBadToken, refuseStreams],
    preHandler: limitDocuments(points),
    async handler(request, reply) {
      const deadline = new Deadline(questionMs);
      const context = openContext(request, deadline);
      request.operation = context;
      const gone = abandonedWith(reply, deadline);
      return turns.inTurn(context.asker.key, gone, () => answer(request, reply));
    },
  });
}

/** Abandons an operation whose client has gone. */
function abandonedWith({ raw }: FastifyReply, deadline: Deadline): AbortSignal {
  const gone = new AbortController();
  const abandon = () => {
    if (raw.writableFinished) return;
    deadline.abandon();
    // Nobody reads it; but a failure it is not.
    gone.abort(hubBusy());
  };
  raw.once('close', abandon);
  if (raw.destroyed) abandon();
  return gone.signal;
}
