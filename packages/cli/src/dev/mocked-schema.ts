import { addMocksToSchema, type IMocks } from '@graphql-tools/mock';
import {
  buildASTSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** A partnership as the graph knows it. */
export interface KnownPartnership {
  id: string;
  typeName: string;
}

/** The same at each run, so that what changes in an answer is one's own. */
const SCALARS: IMocks = {
  Int: () => 1,
  Float: () => 1.5,
  Boolean: () => true,
  String: () => 'Mocked',
  ID: () => 'mocked:1',
  Date: () => '2026-03-31',
  DateTime: () => '2026-03-31T12:00:00Z',
  PartialDate: () => '2026',
  FinancialYear: () => '2025-26',
  Pence: () => '100',
};

/**
 * The schema of a subgraph that answers by itself: the same values at each run, two of each list, and what it is asked for by
 * reference under that reference.
 *
 * @param partnerships - whom the hub's own subgraph has in its directory.
 */
export function mockedSchema(sdl: string, partnerships: readonly KnownPartnership[]): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const entities = entitiesIn(document);
  const hasQuery = document.definitions.some((node) => 'name' in node && node.name?.value === 'Query');
  const federation = parse(`
    ${hasQuery ? 'extend ' : ''}type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
    type _Service { sdl: String! }
    union _Entity = ${entities.join(' | ')}
    scalar _Any`);
  const definitions = [...document.definitions, ...federation.definitions];
  // Of federation's directives only the gateway makes use, so they need not be defined here.
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
  const references = partnerships.map(({ id, typeName }) => ({ __typename: typeName, id }));
  return addMocksToSchema({
    schema,
    mocks: { ...SCALARS, ...firstOfEach(schema) },
    resolvers: {
      Query: {
        _service: () => ({ sdl }),
        _entities: (_: unknown, { representations }: { representations: object[] }) => representations,
        ...(hasQuery && {
          partnerships: () => references,
          partnership: (_: unknown, given: { id: string }) => references.find(({ id }) => id === given.id) ?? null,
        }),
      },
    },
  });
}

/** Types that can be asked for by reference. */
function entitiesIn({ definitions }: DocumentNode): string[] {
  const isKey = ({ name, arguments: given = [] }: ConstDirectiveNode) =>
    name.value === 'key' && !given.some((one) => one.name.value === 'resolvable');
  return definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.directives?.some(isKey) ? [node.name.value] : [],
  );
}

/** The library would take any value of an enum, and any type of an interface. */
function firstOfEach(schema: GraphQLSchema): IMocks {
  const mocks: IMocks = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) mocks[type.name] = () => type.getValues()[0]!.name;
    if (!isInterfaceType(type) && !isUnionType(type)) continue;
    const first = schema.getPossibleTypes(type).find(isObjectType);
    if (first) mocks[type.name] = () => ({ __typename: first.name });
  }
  return mocks;
}
