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
  token(hub: RunningHub, person: Person, id: string): Promise<string>;
}

/** The gateway, and everybody at it. */
export function gatewayDoor(): HostileDoor {
  return {
    name: 'gateway',
    schema: buildSchema(read('api'), { assumeValidSDL: true }),
    people: PEOPLE,
    origin: (hub) => hub.url,
    token: (hub, who, person) => hub.token(who.role, { ...placeOf(who), person, scopes: who.scopes }),
  };
}

/** A subgraph's own port, with its own people at it; the London SCP's has none. */
export function subgraphDoor(name: string): HostileDoor {
  return {
    name,
    schema: withEntities(read(name)),
    people: PEOPLE.filter(({ partnership }) => partnership === name),
    origin: (hub) => new URL(hub.subgraphs.get(name)!.url).origin,
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
