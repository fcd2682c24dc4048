import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningHub } from '@hub/cli';
import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { PEOPLE, type Person } from '../access/people';

const FOLDER = join(__dirname, '../../../docs/reference/schema');

/** Where hostile requests go, with the schema that they are written by. */
export interface HostileDoor {
  name: string;
  schema: GraphQLSchema;
  /** Who has a token here. */
  people: readonly Person[];
  origin(hub: RunningHub): string;
  /** Where GraphQL is answered. */
  path: string;
  token(hub: RunningHub, person: Person, id: string): Promise<string>;
}

/** The gateway, and everybody at it. */
export function gatewayDoor(): HostileDoor {
  return {
    name: 'gateway',
    schema: buildSchema(read('api'), { assumeValidSDL: true }),
    people: PEOPLE,
    origin: (hub) => hub.url,
    path: '/graphql',
    token: (hub, who, person) => hub.token(who.role, { ...placeOf(who), person, scopes: who.scopes }),
  };
}

/** Where the hub asks a subgraph: nobody else has a token here. */
export function subgraphDoor(name: string): HostileDoor {
  return {
    name,
    schema: withEntities(read(name)),
    people: [],
    origin: (hub) => new URL(hub.subgraphs.get(name)!.url).origin,
    path: '/graphql',
    token: () => Promise.reject(new Error('Nobody has a token here.')),
  };
}

/** A partnership's own API, with its own people at it. */
export function ownApiDoor(name: string): HostileDoor {
  return {
    name: `${name} at home`,
    schema: buildSchema(read(`${name}.own`), { assumeValidSDL: true }),
    people: PEOPLE.filter(({ partnership }) => partnership === name),
    origin: (hub) => new URL(hub.subgraphs.get(name)!.ownUrl!).origin,
    path: '/own/graphql',
    token: (hub, who, person) => hub.token(who.role, { ...placeOf(who), person, scopes: who.scopes, at: name }),
  };
}

function placeOf({ partnership, organisation }: Person) {
  return { organisation, partnership: partnership ?? undefined };
}

function read(name: string): string {
  return readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
}

/** With what federation adds to what a subgraph publishes. */
function withEntities(sdl: string): GraphQLSchema {
  const types = Object.values(
    buildSchema(`${sdl} ${hasQuery(sdl) ? '' : 'type Query'}`, { assumeValidSDL: true }).getTypeMap(),
  );
  const entities = types.filter(
    (type) => isObjectType(type) && type.astNode?.directives?.some(({ name }) => name.value === 'key'),
  );
  const added = `scalar _Any union _Entity = ${entities.map(({ name }) => name).join(' | ')} type _Service { sdl: String }
    ${hasQuery(sdl) ? 'extend type' : 'type'} Query { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! }`;
  return buildSchema(`${sdl} ${added}`, { assumeValidSDL: true });
}

const hasQuery = (sdl: string) => /^type Query\b/m.test(sdl);
