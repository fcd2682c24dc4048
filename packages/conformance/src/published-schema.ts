import { isChildLevelScope } from '@hub/access';
import {
  buildASTSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isCompositeType,
  isInterfaceType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

/** A field of the partnership's type, as it can be asked for. */
export interface PublishedField {
  name: string;
  /** Whether it is a connection, with `first` and `after`. */
  isPaged: boolean;
  /** Whether its caller needs a scope or at least a token, by `@requiresScopes`, `@authenticated` or `@policy`. */
  isGuarded: boolean;
  /** Whether it is for the hub itself, by `@inaccessible`. */
  isForHub: boolean;
  /** Whether it tells of a single child, by a scope of `@requiresScopes`, or is for the hub, and may. */
  isChildLevel: boolean;
  /** What to select to see whether there is anything, or nothing where it is a scalar. */
  whetherAnything: string;
  /** What to select to see the ids of what it leads to; null where that has none, or is described by others. */
  ids: string | null;
  /** Its arguments, with parentheses: what is given, and samples of what else is required. Null where no sample is known. */
  arguments(given?: Readonly<Record<string, string>>): string | null;
}

/** What a subgraph publishes, as far as checks need it. */
export interface PublishedSchema {
  /** Root fields beyond those of federation, as `Query.partnerships`. */
  rootFields: string[];
  /** Types that the hub may ask for by reference, with a key `id`, for whoever asks. */
  entityTypes: string[];
  /** The type that stands for the partnership; null where there is none. */
  partnershipType: string | null;
  /** Its fields, `id` apart. */
  fields: PublishedField[];
}

const FEDERATION_FIELDS = new Set(['_entities', '_service']);
const GUARDS = new Set(['requiresScopes', 'authenticated', 'policy']);
const FOR_HUB = new Set(['inaccessible']);

/** Values that a scalar of this name takes. */
const SAMPLES: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  String: '"sample"',
  ID: '"sample"',
  Date: '"2026-03-31"',
  DateTime: '"2026-03-31T12:00:00Z"',
  PartialDate: '"2026"',
  FinancialYear: '"2025-26"',
};

/**
 * Reads the SDL of a subgraph.
 *
 * @throws GraphQLError or Error where it is none.
 */
export function readPublishedSchema(sdl: string): PublishedSchema {
  const document = parse(sdl);
  // Federation's directives and scalars need not be defined in it.
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const entities = Object.values(schema.getTypeMap()).filter(isObjectType).filter(isAskedById);
  const partnership = entities.find(
    (type) => type.name.endsWith('Partnership') && type.getInterfaces().some(({ name }) => name === 'LocalPartnership'),
  );
  return {
    rootFields: rootFieldsOf(document),
    entityTypes: entities.filter((type) => !hasOneOf(GUARDS, directivesOf(type))).map(({ name }) => name),
    partnershipType: partnership?.name ?? null,
    fields: partnership
      ? Object.values(partnership.getFields())
          .filter(({ name }) => name !== 'id')
          .map((field) => publishedField(field, partnership))
      : [],
  };
}

function rootFieldsOf({ definitions }: DocumentNode): string[] {
  const named = definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.operationTypes ?? []).map(({ type }) => type.name.value)
      : [],
  );
  const roots = new Set(['Query', 'Mutation', 'Subscription', ...named]);
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const { name, fields = [] } = definition;
    return roots.has(name.value)
      ? fields
          .filter((field) => !FEDERATION_FIELDS.has(field.name.value))
          .map((field) => `${name.value}.${field.name.value}`)
      : [];
  });
}

function publishedField(field: GraphQLField<unknown, unknown>, parent: GraphQLObjectType): PublishedField {
  const type = getNamedType(field.type);
  const isPaged = isObjectType(type) && 'edges' in type.getFields() && field.args.some(({ name }) => name === 'first');
  const directives = [...(field.astNode?.directives ?? []), ...directivesOf(parent), ...directivesOf(type)];
  return {
    name: field.name,
    isPaged,
    isGuarded: hasOneOf(GUARDS, directives),
    isForHub: hasOneOf(FOR_HUB, directives),
    isChildLevel: hasOneOf(FOR_HUB, directives) || directives.flatMap(textsIn).some(isChildLevelScope),
    whetherAnything: isCompositeType(type) ? ' { __typename }' : '',
    ids: isPaged ? idsOfPage(type) : hasOwnId(type) ? ' { id }' : null,
    arguments(given = {}) {
      const required = field.args.filter((argument) => isRequiredArgument(argument) && !(argument.name in given));
      const samples = required.map(({ name, type: of }) => [name, sampleOf(of)] as const);
      if (samples.some(([, sample]) => sample === null)) return null;
      const all = [...Object.entries(given), ...samples].map(([name, value]) => `${name}: ${value}`);
      return all.length === 0 ? '' : `(${all.join(', ')})`;
    },
  };
}

function idsOfPage(connection: GraphQLObjectType): string | null {
  const edge = getNamedType(connection.getFields()['edges']!.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  return node && hasOwnId(getNamedType(node.type)) ? ' { edges { node { id } } }' : null;
}

function hasOwnId(type: GraphQLNamedType): boolean {
  return (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields() && !keysOf(type).some(isStub);
}

const hasOneOf = (names: ReadonlySet<string>, directives: readonly ConstDirectiveNode[]) =>
  directives.some(({ name }) => names.has(name.value));

const isAskedById = (type: GraphQLObjectType) =>
  keysOf(type).some((key) => !isStub(key) && argumentOf(key, 'fields') === 'id');

const keysOf = (type: GraphQLNamedType) => directivesOf(type).filter(({ name }) => name.value === 'key');
const isStub = (key: ConstDirectiveNode) => argumentOf(key, 'resolvable') === false;

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

/** Every text in the arguments of a directive. */
function textsIn({ arguments: given = [] }: ConstDirectiveNode): string[] {
  const within = (value: ConstValueNode): string[] =>
    value.kind === Kind.LIST ? value.values.flatMap(within) : value.kind === Kind.STRING ? [value.value] : [];
  return given.flatMap(({ value }) => within(value));
}

function directivesOf({ astNode, extensionASTNodes }: GraphQLNamedType): ConstDirectiveNode[] {
  return [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
}

function sampleOf(type: GraphQLInputType): string | null {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) {
    const item = sampleOf(type.ofType);
    return item === null ? null : `[${item}]`;
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  return isInputObjectType(type) ? null : (SAMPLES[type.name] ?? null);
}
