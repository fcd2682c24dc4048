import type { CallerAllowance } from '@hub/limits';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { READS_SCHEMA } from '../access/schema-access';
import type { AnswerOperation } from '../http/graphql-route';
import { RequestRefused } from '../http/http-errors';
import { refuseStreams } from '../http/refuse-streams';
import { refuseBadToken } from '../identity/identify';
import { limitDocuments } from '../limits/document-limits';
import { Explaining } from './explaining';

/**
 * Serves at `/explain` how an operation is answered, to those who may read the whole schema: a plan is made of its names. It
 * takes what `/graphql` takes by POST, and is refused, counted and recorded as there. With `?run=true` the operation is run,
 * and said is how long that took and about how many objects, never what they are.
 *
 * @param answer - as for `/graphql`.
 */
export function addExplain(door: FastifyInstance, answer: AnswerOperation, points: CallerAllowance): void {
  door.post<{ Querystring: { run?: string } }>(
    '/explain',
    { preParsing: [refuseBadToken, refuseUnentitled, refuseStreams], preHandler: limitDocuments(points) },
    async (request, reply) => {
      const explaining = new Explaining(request.query.run === 'true');
      const refusal = await answer(request, reply, explaining);
      const explanation = explaining.explanation(request.operation!.answer.errors);
      if (!explanation || reply.statusCode !== 200) return refusal;
      void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
      return JSON.stringify(explanation);
    },
  );
}

async function refuseUnentitled({ caller }: FastifyRequest): Promise<void> {
  if (!caller?.scopes.has(READS_SCHEMA)) throw new RequestRefused('EXPLAIN_NOT_ALLOWED', { scope: READS_SCHEMA });
}
