import { signGatewayToken, type RequestIdentity, type SigningKeys } from '@hub/access';
import {
  buildSchema,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { post } from '../test-hub';
import { publishedSdl } from '../published-sdl';
import { ownApis } from '../reference-schema';
import type { Asker } from './asker';
import { byDirectives } from './decision';
import type { Representations } from './operation-text';
import type { Door } from './walk-schema';

/** A subgraph to be asked without the gateway. */
export interface AskedSubgraph {
  name: string;
  url: string;
  /** The hub's own keys, so that what is signed is what the gateway would have signed. */
  keys: SigningKeys;
  /** Keys of entities that are there, by type, as GraphQL: `id: "lambeth"`. */
  entityKeys: Representations;
}

/** The door by which the hub asks one subgraph, as its own schema describes it. */
export async function subgraphDoor(subgraph: AskedSubgraph): Promise<Door> {
  const { schema, entities } = await ownSchema(subgraph);
  return {
    ...{ schema, entities, decide: byDirectives(schema) },
    ask: (query, asker) => askDirectly(subgraph, query, asker),
  };
}

/**
 * The door of a partnership's own API.
 *
 * @param ask - with the token of one of its own people, made for its service
 */
export function ownApiDoor(partnership: string, ask: Door['ask']): Door {
  const { sdl } = ownApis.find(({ name }) => name === partnership)!;
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  return { schema, entities: {}, decide: byDirectives(schema), ask };
}

async function ownSchema(subgraph: AskedSubgraph): Promise<Pick<Door, 'schema' | 'entities'>> {
  const { entityKeys } = subgraph;
  const schema = buildSchema(await publishedSdl(subgraph), { assumeValidSDL: true });
  const entities = Object.fromEntries(
    entitiesOf(schema).map((type) => {
      const key = entityKeys[type.name];
      if (key === undefined) throw new Error(`No key of a ${type.name} is known.`);
      return [type.name, `{ __typename: "${type.name}", ${key}${requiredOf(type)} }`];
    }),
  );
  return { schema, entities };
}

/** Asks as the gateway would, but not for the hub itself; without a token where the asker has none. */
async function askDirectly({ name, url, keys }: AskedSubgraph, query: string, asker: Asker) {
  const body = { query };
  if (asker.role === null) return post(url, body);
  const token = signGatewayToken(keys, requestIdentityOf(asker, asker.role), {
    subgraph: name,
    body: JSON.stringify(body),
  });
  return post(url, body, { authorization: `Bearer ${token}` });
}

function requestIdentityOf(
  { name, partnership, organisation, purpose, scopes }: Asker,
  role: NonNullable<Asker['role']>,
): RequestIdentity {
  return {
    caller: { person: name.replaceAll(' ', '-'), role, organisation, partnership, scopes },
    declared: purpose ? { purpose, reason: 'So that a test can look.' } : null,
    requestId: 'walk-of-a-test',
    alert: null,
    isHub: false,
  };
}

function entitiesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'key'));
}

/** What other subgraphs would have answered before: empty lists, and of one value that there is none. */
function requiredOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'external'))
    .map(({ name, type: own }) => `, ${name}: ${isListType(getNullableType(own)) ? '[]' : 'null'}`)
    .join('');
}
