import {
  bearerOf,
  type CallerTokenRules,
  declaredIn,
  GATEWAY_KEY_HEADER,
  GatewayTokenVerifier,
  type KeySource,
  type RequestIdentity,
  readDeclaration,
  TokenRefused,
  verifyCallerToken,
} from '@hub/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rawBodyOf } from './raw-body';

/** Knows who asks. */
export interface RequestIdentities {
  /**
   * Reads who asks out of the gateway token of its request, and answers an offer to agree on a key. To run before GraphQL
   * does.
   * @throws TokenRefused when there is a token that is not a gateway token for this subgraph with this body
   */
  check(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The request identity of a request that was checked: one object, each time. */
  of(request: FastifyRequest): RequestIdentity;
}

/** By whose word a subgraph knows who asks. */
export interface Doors {
  /** The hub's published keys. Without them no gateway token can be verified. */
  hub: KeySource | null;
  /** Whose tokens the partnership's own people bring, for this subgraph alone. Without them nobody comes by this door. */
  home: CallerTokenRules | null;
}

/** The request identities of a subgraph's requests. Without any door nothing can be verified, so nobody is anybody. */
export function requestIdentitiesAt(subgraph: string, { hub, home }: Doors): RequestIdentities {
  const requestIdentities = new WeakMap<FastifyRequest, RequestIdentity>();
  const verifier = hub && new GatewayTokenVerifier(subgraph, hub);
  return {
    async check(request, reply) {
      const { authorization } = request.headers;
      if (authorization === undefined || (verifier === null && home === null)) return;
      const token = bearerOf(authorization);
      if (token === undefined) {
        throw new TokenRefused('MALFORMED');
      }
      if (home !== null && !verifier?.isGatewayToken(token)) {
        requestIdentities.set(request, await requestIdentityAtHome(subgraph, token, home, request));
        return;
      }
      if (verifier === null) throw new TokenRefused('KEYS_UNAVAILABLE');
      const { requestIdentity, offer } = await verifier.verify(token, rawBodyOf(request));
      requestIdentities.set(request, requestIdentity);
      // One id for what the hub and its subgraphs do for one operation.
      request.id = requestIdentity.requestId;
      if (offer !== null) reply.header(GATEWAY_KEY_HEADER, offer);
    },
    of(request) {
      let requestIdentity = requestIdentities.get(request);
      if (!requestIdentity) requestIdentities.set(request, (requestIdentity = anonymous(request.id)));
      return requestIdentity;
    },
  };
}

/** One of the partnership's own people. Others ask the hub, which knows what they may see of whom. */
async function requestIdentityAtHome(
  subgraph: string,
  token: string,
  rules: CallerTokenRules,
  { id, headers }: FastifyRequest,
): Promise<RequestIdentity> {
  const caller = await verifyCallerToken(token, rules);
  if (caller.partnership !== subgraph) {
    throw new TokenRefused('CLAIM', { what: `The token is of nobody of ${subgraph}.` });
  }
  const declared = declaredIn(readDeclaration(headers));
  return { caller, declared, requestId: id, alert: null, isHub: false, isAtHome: true };
}

function anonymous(requestId: string): RequestIdentity {
  return { caller: null, declared: null, requestId, alert: null, isHub: false };
}
