import type { RequestIdentity } from '@hub/access';
import type { ServedApi } from '@hub/movements-http';
import type { GraphQLSchema } from 'graphql';
import type { Importable } from '../importing/importable';
import { OWN_API_PATH } from '../own-api/own-api-path';
import type { OwnApi } from '../own-api/build-own-api';
import { type Doors, ownPeople, type RequestIdentities, theHub } from './request-identities';

/** An address of a port: a schema, and whose tokens are good there. */
export interface Endpoint {
  path: string;
  schema: GraphQLSchema;
  sdl: string;
  requestIdentities: RequestIdentities;
  /** What of it is plain HTTP too, at addresses of its own. @default [] */
  plain?: readonly ServedApi[];
  /** What of it is taken as files too, at addresses of their own. @default [] */
  importables?: readonly Importable[];
  /** Root fields by which the schema itself is read. */
  tellsSchema: readonly string[];
  mayReadSchema(requestIdentity: RequestIdentity): boolean;
  /** What it takes to read the schema, as the end of a sentence. */
  toReadSchema: string;
}

const INTROSPECTION = ['__schema', '__type'];

/**
 * The addresses of a subgraph's port: that at which the hub asks, and its own API where it has one and knows who issues its
 * people's tokens. A token that is good at one is refused at the other.
 */
export function endpointsOf(parts: {
  name: string;
  schema: GraphQLSchema;
  sdl: string;
  ownApi: OwnApi | null;
  doors: Doors;
}): Endpoint[] {
  const { name, schema, sdl, ownApi, doors } = parts;
  const federated: Endpoint = {
    ...{ path: '/graphql', schema, sdl, requestIdentities: theHub(name, doors.hub) },
    // The hub needs it; where it cannot be told from others, it is told to all.
    tellsSchema: [...INTROSPECTION, ...(doors.hub ? ['_service'] : [])],
    mayReadSchema: ({ caller, isHub }) => isHub || (caller?.scopes.has('schema:read') ?? false),
    toReadSchema:
      'the signature of the hub (GATEWAY_KEYS at the gateway, HUB_JWKS here) or the scope schema:read. It is also in docs/reference/schema',
  };
  if (ownApi === null || doors.home === null) return [federated];
  const own: Endpoint = {
    ...{ path: OWN_API_PATH, schema: ownApi.schema, sdl: ownApi.sdl, plain: ownApi.plain },
    importables: ownApi.importables,
    requestIdentities: ownPeople(name, doors.home),
    ...{ tellsSchema: INTROSPECTION, mayReadSchema: ({ caller }) => caller !== null },
    toReadSchema: 'a token that is made for this service. It is also in docs/reference/schema',
  };
  return [federated, own];
}
