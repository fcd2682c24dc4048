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

/** Knows who asks at an address. */
export interface RequestIdentities {
  /**
   * Reads who asks out of the token of its request. To run before GraphQL does.
   * @throws TokenRefused when there is a token that is not good at this address
   */
  check(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The request identity of a request that was checked: one object, each time. */
  of(request: FastifyRequest): RequestIdentity;
}

/** By whose word a subgraph knows who asks. */
export interface Doors {
  /** The hub's published keys. Without them no gateway token can be verified. */
  hub: KeySource | null;
  /** Whose tokens the partnership's own people bring, for this subgraph alone. Without them it has no API of its own. */
  home: CallerTokenRules | null;
}

type Reader = (token: string, request: FastifyRequest, reply: FastifyReply) => Promise<RequestIdentity>;

/**
 * The hub, by gateway tokens: made for this subgraph, with this body. An offer to agree on a key is answered. Without its keys
 * nothing can be verified, so nobody is anybody.
 */
export function theHub(subgraph: string, keys: KeySource | null): RequestIdentities {
  if (keys === null) return requestIdentitiesBy(null);
  const verifier = new GatewayTokenVerifier(subgraph, keys);
  return requestIdentitiesBy(async (token, request, reply) => {
    const { requestIdentity, offer } = await verifier.verify(token, rawBodyOf(request));
    // One id for what the hub and its subgraphs do for one operation.
    request.id = requestIdentity.requestId;
    if (offer !== null) reply.header(GATEWAY_KEY_HEADER, offer);
    return requestIdentity;
  });
}

/** The partnership's own people and system. Others ask the hub, which knows what they may see of whom. */
export function ownPeople(subgraph: string, rules: CallerTokenRules): RequestIdentities {
  return requestIdentitiesBy(async (token, { id, headers }) => {
    const caller = await verifyCallerToken(token, rules);
    if (caller.partnership !== subgraph) {
      throw new TokenRefused('CLAIM', { what: `The token is of nobody of ${subgraph}.` });
    }
    return { caller, declared: declaredIn(readDeclaration(headers)), requestId: id, alert: null, isHub: false };
  });
}

function requestIdentitiesBy(read: Reader | null): RequestIdentities {
  const requestIdentities = new WeakMap<FastifyRequest, RequestIdentity>();
  return {
    async check(request, reply) {
      const { authorization } = request.headers;
      if (authorization === undefined || read === null) return;
      const token = bearerOf(authorization);
      if (token === undefined) throw new TokenRefused('MALFORMED');
      requestIdentities.set(request, await read(token, request, reply));
    },
    of(request) {
      let requestIdentity = requestIdentities.get(request);
      if (!requestIdentity) requestIdentities.set(request, (requestIdentity = anonymous(request.id)));
      return requestIdentity;
    },
  };
}

function anonymous(requestId: string): RequestIdentity {
  return { caller: null, declared: null, requestId, alert: null, isHub: false };
}
