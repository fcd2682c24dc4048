import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { askerOf, type CallerAllowance } from '@hub/limits';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Deadline } from '../operation/deadline';
import { hubBusy, QuestionTurns } from '../edge/question-turns';
import { refuseBadToken } from '../identity/identify';
import { limitDocuments } from '../limits/document-limits';
import { openContext, type RequestContext } from '../operation/request-context';
import { compressAnswers } from './compress-answers';
import { refuseStreams } from './refuse-streams';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the operation; null until it is looked at. */
    operation: RequestContext | null;
  }
}

/**
 * Serves the graph at `/graphql`, behind the front door.
 *
 * @param points - what callers may ask for in a minute.
 * @param questionMs - how long an operation may take, from when it has come.
 */
export function addGraphql(
  door: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  points: CallerAllowance,
  questionMs: number,
): void {
  const turns = new QuestionTurns();
  const deadlines = new WeakMap<FastifyRequest, Deadline>();
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => (request.operation = openContext(request, deadlines.get(request)!)),
  });
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
      deadlines.set(request, deadline);
      const gone = abandonedWith(reply, deadline);
      return turns.inTurn(askerOf(request.caller, request.ip).key, gone, async () => answer.call(door, request, reply));
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
