import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { buildFederatedSchema, buildOwnApi } from '@hub/subgraph-kit';
import { unstorableText } from '@hub/http';
import {
  buildSchema,
  getNamedType,
  getVariableValues,
  GraphQLError,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fieldPaths, ENTITY, type Step } from './access/field-paths';
import { isNeeded, sampleArguments } from './access/sample-arguments';
import { openSubgraph } from './open-subgraph';

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** `after` of a list, which no page gave. */
const CURSORS = [
  ...[
    [],
    ['\0'],
    ['x'],
    ['9'.repeat(40)],
    ['NaN', 'x'],
    ['\0', '\0'],
    ['0000-00-00', 'x'],
    ['Infinity', '\0', ''],
    [1, 2],
    {},
  ],
  ...[3, 4, 5].map((length) => Array(length).fill('275760-09-13')),
].map(cursor);
const TEXTS = [
  '',
  'a\0b',
  '\ud800',
  'x'.repeat(20_000),
  '9'.repeat(40),
  'NaN',
  '0000-00-00',
  '275760-09-13',
  '0000-Q1',
  "\\'%",
];
const DAYS = [
  '0000-01-01',
  '0001-01-01',
  '1900-01-01',
  '2199-12-31',
  '9998-12-31',
  '9999-12-31',
  '2026-02-30',
  '-0001-01-01',
  '+010000-01-01',
];

/** What a caller may send for a scalar to do harm: at its bounds, beyond them, and of another kind. */
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  ID: [...TEXTS, -1],
  String: TEXTS,
  Int: [0, -1, 1, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1e400, 0.5],
  Float: [0, -1, 1e308, 1e400],
  Boolean: [true, false, 0],
  Pence: [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53, 1e300],
  Date: DAYS,
  DateTime: ['T00:00:00Z', 'T23:59:59.999999Z', 'T23:59:60Z', 'T24:00:00Z'].flatMap((time) =>
    DAYS.map((day) => day + time),
  ),
  PartialDate: [...DAYS, '0000', '9999', '0000-01', '9999-12', '1900', '2199-12'],
  FinancialYear: ['0000-01', '0001-02', '1900-01', '2199-00', '9998-99', '9999-00'],
};

/** What is ordinary, so that the one hostile value is what is looked at. */
const ORDINARY: Readonly<Record<string, unknown>> = {
  ...{ ID: 'lambeth', String: 'As was agreed.', Int: 1, Float: 1, Boolean: true, Pence: 100 },
  ...{ Date: '2026-01-05', DateTime: '2026-01-05T09:00:00Z', PartialDate: '2026-01', FinancialYear: '2025-26' },
};

/** How often each field was asked, and what failed inside: never the caller's mistake, and the same each time. */
export interface HostileWalk {
  asked: number;
  refused: number;
  failures: string[];
}

/**
 * Asks every argument of every field, and every key of every entity, with every hostile value, on a real database.
 *
 * @param at - where the hub asks, or the own API.
 */
export async function walkHostileValues(
  definition: SubgraphDefinition,
  at: 'the subgraph' | 'its own API' = 'the subgraph',
): Promise<HostileWalk> {
  const own = at === 'its own API' ? await buildOwnApi(definition) : null;
  const { sdl, schema: served } = own ?? (await buildFederatedSchema(definition));
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const subgraph = await openSubgraph(definition);
  const walk: HostileWalk = { asked: 0, refused: 0, failures: [] };
  const failed = new Set<string>();
  const ask = async (what: string, query: string, variables: Record<string, unknown>, value: unknown) => {
    walk.asked += 1;
    const document = parse(query);
    if (unstorableText(document, undefined, variables) !== null) return void (walk.refused += 1);
    // What no scalar takes does not reach a resolver.
    const [definition] = document.definitions as [OperationDefinitionNode];
    if (getVariableValues(served, definition.variableDefinitions ?? [], variables).errors)
      return void (walk.refused += 1);
    const { errors = [] } = await (own ? subgraph.askOwn : subgraph.ask)(query, variables);
    for (const error of errors) {
      const inner = error.originalError;
      if (!inner || inner instanceof GraphQLError || failed.has(what)) continue;
      failed.add(what);
      walk.failures.push(`${what} = ${JSON.stringify(value)?.slice(0, 60)}: ${inner.message.slice(0, 160)}`);
    }
  };
  try {
    const entities = entitiesOf(schema).map(({ name }) => name);
    for (const { coordinate, steps } of fieldPaths(schema, () => true, entities)) {
      const field = fieldOf(schema, steps.at(-1)!);
      if (!field || field.args.length === 0) continue;
      for (const { name, type } of field.args) {
        for (const { place, value, whole } of hostileFor(type, name)) {
          const given = Object.fromEntries(field.args.filter(isNeeded).map((arg) => [arg.name, ordinary(arg.type)]));
          await ask(
            `${coordinate}(${place}:)`,
            operation(schema, steps, field),
            { ...given, [name]: whole, ...representations(schema, steps) },
            value,
          );
        }
      }
    }
    for (const type of entitiesOf(schema)) {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} ${selection(type)} } }`;
      for (const value of [...HOSTILE['ID']!, null, [], { a: 1 }, 1e400, true]) {
        await ask(
          `${type.name}.id`,
          query,
          { of: [{ ...representation(type), id: value }, representation(type)] },
          value,
        );
      }
    }
    return walk;
  } finally {
    await subgraph.close();
  }
}

/** Each hostile value of each scalar of an input, with everything beside it ordinary. */
function* hostileFor(
  type: GraphQLInputType,
  place: string,
): Generator<{ place: string; value: unknown; whole: unknown }> {
  if (isNonNullType(type)) return yield* hostileFor(type.ofType, place);
  if (isListType(type)) {
    for (const one of hostileFor(type.ofType, place)) yield { ...one, whole: [one.whole] };
    const many = Array(300).fill(ordinary(type.ofType));
    return yield { place, value: many, whole: many };
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      for (const one of hostileFor(field.type, `${place}.${field.name}`)) {
        yield { ...one, whole: { ...(ordinary(type) as object), [field.name]: one.whole } };
      }
    }
    return;
  }
  const values = isEnumType(type)
    ? type.getValues().map(({ name }) => name)
    : place === 'after'
      ? CURSORS
      : HOSTILE[type.name];
  if (!values) throw new Error(`${type.name} has no hostile values in hostile-values.ts.`);
  for (const value of values) yield { place, value, whole: value };
}

/** A value that nobody would wonder at. */
export function ordinary(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return ordinary(type.ofType);
  if (isListType(type)) return [ordinary(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return Object.fromEntries(fields.map((field) => [field.name, ordinary(field.type)]));
  }
  return ORDINARY[type.name];
}

/** The field at the end of a way, all its arguments by variables. */
function operation(schema: GraphQLSchema, steps: readonly Step[], field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  let text = `${field.name}(${given}) ${selection(getNamedType(field.type))}`;
  text = `... on ${steps.at(-1)!.type} { ${text} }`;
  for (const step of [...steps.slice(0, -1)].reverse()) {
    if (step.type === ENTITY) text = `_entities(representations: $of) { ${text} }`;
    else {
      const outer = fieldOf(schema, step)!;
      text = `... on ${step.type} { ${step.field}${sampleArguments(`${step.type}.${step.field}`, outer.args)} { ${text} } }`;
    }
  }
  const kind = steps[0]!.type === 'Mutation' ? 'mutation' : 'query';
  return `${kind} (${declared}${steps[0]!.type === ENTITY ? ', $of: [_Any!]!' : ''}) { ${text} }`;
}

function representations(schema: GraphQLSchema, [first]: readonly Step[]): Record<string, unknown> {
  if (first?.type !== ENTITY) return {};
  return { of: [representation(schema.getType(first.field) as GraphQLNamedType)] };
}

/** A reference to an entity, as the gateway would make it; what other subgraphs answer for it is empty. */
function representation(type: GraphQLNamedType): Record<string, unknown> {
  if (!isObjectType(type)) return {};
  const external = Object.values(type.getFields()).filter(({ astNode }) =>
    astNode?.directives?.some(({ name }) => name.value === 'external'),
  );
  const partnership = /^(.+)Partnership$/.exec(type.name)?.[1];
  const id = partnership?.replace(/(?!^)(?=[A-Z])/g, '-').toLowerCase() ?? 'lambeth';
  return { __typename: type.name, ...Object.fromEntries(external.map(({ name }) => [name, []])), id };
}

/** What of a type can be asked for without arguments. */
function selection(type: GraphQLNamedType | GraphQLNamedInputType): string {
  if (!isCompositeType(type)) return '';
  if (!('getFields' in type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter(
    ({ args, name }) => !args.some(isNeeded) && !name.startsWith('_'),
  );
  return `{ __typename ${fields.map((field) => `${field.name}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`).join(' ')} }`;
}

function fieldOf(schema: GraphQLSchema, { type, field }: Step): GraphQLField<unknown, unknown> | undefined {
  const owner = schema.getType(type);
  return owner && 'getFields' in owner ? (owner.getFields()[field] as GraphQLField<unknown, unknown>) : undefined;
}

function entitiesOf(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'key'));
}
