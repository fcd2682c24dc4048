import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { CallerAllowance } from '@hub/limits';
import type { FastifyInstance, FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { DirectAnswers } from '../operation/direct-answers';
import type { Questions } from '../edge/questions';
import { refuseBadToken } from '../identity/identify';
import type { Explaining } from '../explain/explaining';
import { limitDocuments } from '../limits/document-limits';
import type { RequestContext } from '../operation/request-context';
import { compressAnswers } from './compress-answers';
import { operationRequest } from './operation-request';
import { refuseStreams } from './refuse-streams';

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
  /** How they are taken in. */
  questions: Questions;
  /** Puts the documents of saved operations in the place of their ids. */
  putDocument: preHandlerAsyncHookHandler;
}

/** Answers the operation of a request when it is its asker's turn. @param explaining - where it is to be explained instead. */
export type AnswerOperation = (
  request: FastifyRequest,
  reply: FastifyReply,
  explaining?: Explaining,
) => Promise<unknown>;

/**
 * Serves the graph at `/graphql`, behind the front door.
 *
 * @returns how it is answered, for what takes the same requests at another path.
 */
export function addGraphql(
  door: FastifyInstance,
  { direct, apollo, points, questions, putDocument }: GraphqlRouteOptions,
): AnswerOperation {
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

  const answerInTurn: AnswerOperation = (request, reply, explaining) =>
    questions.take(request, reply, () => answer(request, reply), explaining);

  door.decorateRequest('documentCost', 0);
  door.decorateRequest('operation', null);
  // What is said of single children shall not show in its length.
  compressAnswers(door, ({ operation }) => operation?.answer.reachesChildren === false);
  door.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preParsing: [refuseBadToken, refuseStreams],
    preHandler: [putDocument, limitDocuments(points)],
    handler: (request, reply) => answerInTurn(request, reply),
  });
  return answerInTurn;
}
