import type { CallerAllowance } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import type { Questions } from '../edge/questions';
import { answerType } from '../http/answer-type';
import { refuseBadToken } from '../identity/identify';
import { limitDocuments } from '../limits/document-limits';
import type { DirectAnswers } from '../operation/direct-answers';
import { askedByAddress, putAddressed, type AddressedRequest } from './asked-by-address';
import { manifestOf } from './manifest';
import type { SavedOperations } from './saved-operations';
import { sayWhoKeeps } from './who-keeps';

/** By what saved operations are answered. */
export interface SavedRouteOptions {
  saved: SavedOperations;
  direct: DirectAnswers;
  questions: Questions;
  points: CallerAllowance;
}

/**
 * Serves the manifest of saved operations at `/operations`, and each of them by its name or id at an address of its own, behind
 * the front door. A page of another origin may have a browser ask them: it reads nothing of the answer, and nothing changes.
 */
export function addSaved(door: FastifyInstance, { saved, direct, questions, points }: SavedRouteOptions): void {
  const manifest = manifestOf(saved.all);
  door.get('/operations', { preParsing: refuseBadToken }, async (_, reply) => {
    void reply.header('cache-control', 'no-cache');
    return manifest;
  });
  door.get<AddressedRequest>(
    '/operations/:operation',
    { preParsing: refuseBadToken, preHandler: [putAddressed(saved), limitDocuments(points)] },
    async (request, reply) => {
      const asked = askedByAddress(saved, request);
      const answered = await questions.take(request, reply, (context) => direct.answerKnown(asked, context));
      for (const [name, value] of answered.headers) void reply.header(name, value);
      if (sayWhoKeeps(request, reply, answered)) return reply.code(304).send();
      return reply.code(answered.status).type(answerType(request)).send(answered.text);
    },
  );
}
