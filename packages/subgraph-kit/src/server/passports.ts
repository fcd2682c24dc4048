import { HOP_KEY_HEADER, HopVerifier, type KeySource, type Passport, TokenRefused } from '@hub/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rawBodyOf } from './raw-body';

/** Knows who asks. */
export interface Passports {
  /**
   * Reads a request's passport out of the token of its hop, and answers an offer to agree on a key. To run before GraphQL
   * does.
   * @throws TokenRefused when there is a token that is not of a hop to this subgraph with this body
   */
  check(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The passport of a request that was checked. */
  of(request: FastifyRequest): Passport;
}

/**
 * The passports of a subgraph's requests.
 *
 * @param keys - the hub's published keys. Without them nothing can be verified, so nobody is anybody.
 */
export function passportsAt(subgraph: string, keys: KeySource | null): Passports {
  const passports = new WeakMap<FastifyRequest, Passport>();
  const hop = keys && new HopVerifier(subgraph, keys);
  return {
    async check(request, reply) {
      const { authorization } = request.headers;
      if (authorization === undefined || hop === null) return;
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      if (token === undefined) {
        throw new TokenRefused('MALFORMED');
      }
      const { passport, offer } = await hop.verify(token, rawBodyOf(request));
      passports.set(request, passport);
      if (offer !== null) reply.header(HOP_KEY_HEADER, offer);
    },
    of: (request) => passports.get(request) ?? anonymous(request.id),
  };
}

function anonymous(requestId: string): Passport {
  return { caller: null, declared: null, requestId, alert: null, isHub: false };
}
