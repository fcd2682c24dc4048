import { bearerOf, TokenRefused, verifyCallerToken, type Caller, type CallerTokenRules } from '@hub/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from '../http/http-errors';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null without a token, and with a bad one. */
    caller: Caller | null;
    /** Set with a bad token. */
    tokenRefusal: RequestRefused | null;
  }
}

/**
 * Finds out who asks, by the bearer token alone. A bad token is not refused here but by {@link refuseBadToken}, so that
 * what stands between can count it.
 */
export function addIdentity(app: FastifyInstance, rules: CallerTokenRules | undefined): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('tokenRefusal', null);
  app.addHook('onRequest', async (request) => {
    try {
      request.caller = await callerOf(request.headers.authorization, rules);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      request.tokenRefusal = refusal(error.message);
    }
  });
}

/** Refuses a request with a bad token as a whole: an answer for nobody would look like an answer. */
export async function refuseBadToken({ tokenRefusal }: FastifyRequest): Promise<void> {
  if (tokenRefusal) throw tokenRefusal;
}

async function callerOf(
  authorization: string | undefined,
  rules: CallerTokenRules | undefined,
): Promise<Caller | null> {
  if (authorization === undefined) return null;
  const token = bearerOf(authorization);
  if (!token) throw new TokenRefused('MALFORMED', { what: 'The header authorization is not "Bearer <token>".' });
  if (!rules) throw refusal('This gateway accepts no tokens: it has no TOKEN_ISSUER. Ask without one.');
  return verifyCallerToken(token, rules);
}

function refusal(reason: string): RequestRefused {
  return new RequestRefused('UNAUTHENTICATED', { reason }, { 'www-authenticate': 'Bearer error="invalid_token"' });
}
