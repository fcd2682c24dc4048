import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { FieldNames, Fragments } from './selected-fields';

/** Which stand-ins are in a document in place of refused fields, and under which response key the client asked for each. */
export interface RefusedKeys {
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The response keys of one operation: those of the client, in its document, and those under which subgraphs answer.
 *
 * A key of ours says which field it is and with which arguments, wherever it stands. So nothing that a client calls an
 * alias can meet another field, a key of an entity, or `__typename`, and what is asked twice alike is fetched once.
 */
export class ResponseKeys {
  readonly fragments: Fragments;

  constructor(
    /** As the client wrote it, with stand-ins for what is refused. */
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    private readonly own: ReadonlyMap<FieldNode, string>,
    private readonly refused: ReadonlyMap<string, string>,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** The names of a field of the client's document. */
  readonly namesOf = (node: FieldNode): FieldNames => {
    const key = (node.alias ?? node.name).value;
    const refused = this.refused.get(key);
    const own = this.own.get(node) ?? node.name.value;
    return { key: refused ?? key, own, isRefused: refused !== undefined };
  };

  /** Whether any field is refused. */
  get hasRefused(): boolean {
    return this.refused.size > 0;
  }
}

/**
 * The document to be planned, in which every response key is ours. A field keeps its name unless another field of the
 * document has the same name with other arguments or of another shape, or the planner may need it with arguments of its own.
 *
 * @param document - valid for the schema, with stand-ins for what is refused.
 * @param schema - the supergraph's, built from its SDL.
 */
export function withOwnResponseKeys(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  markers: RefusedKeys,
): { document: DocumentNode; operation: OperationDefinitionNode; responseKeys: ResponseKeys } {
  const written = fragmentsOf(document);
  const keys = new OwnKeys(schema, operation, written);
  const fragments = [...written.values()].map((node): FragmentDefinitionNode => {
    return { ...node, selectionSet: keys.renamed(node.selectionSet, schema.getType(node.typeCondition.name.value)) };
  });
  const root = schema.getRootType(operation.operation)!;
  const planned = { ...operation, selectionSet: keys.renamed(operation.selectionSet, root) };
  return {
    document: { kind: Kind.DOCUMENT, definitions: [planned, ...fragments] },
    operation: planned,
    responseKeys: new ResponseKeys(document, operation, keys.own, markers.names),
  };
}

/** Gives each field of a document its key. */
class OwnKeys {
  readonly own = new Map<FieldNode, string>();
  readonly #byIdentity = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #reserved: ReservedNames;
  readonly #selections = new SelectionsAsked();
  readonly #mutation: GraphQLNamedType | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    private readonly fragments: Fragments,
  ) {
    this.#reserved = reservedNames(schema);
    for (const node of [operation, ...fragments.values()]) this.#selections.add(node);
    if (operation.operation === 'mutation') this.#mutation = schema.getMutationType() ?? undefined;
  }

  renamed(set: SelectionSetNode, parent: GraphQLNamedType | undefined): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: set.selections.map((node) => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return node;
        if (node.kind === Kind.FIELD) return this.#field(node, parent);
        const type = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent;
        return { ...node, selectionSet: this.renamed(node.selectionSet, type) };
      }),
    };
  }

  /** The selections of an object. Where nothing may be left of them, its type is asked for, so that it is known to be there. */
  #inner(set: SelectionSetNode, type: GraphQLNamedType): SelectionSetNode {
    const { kind, selections } = this.renamed(set, type);
    return { kind, selections: this.#surelyAsks(set, type) ? selections : [TYPENAME, ...selections] };
  }

  #surelyAsks({ selections }: SelectionSetNode, type: GraphQLNamedType): boolean {
    return selections.some((node) => {
      if (node.directives?.length) return false;
      if (node.kind === Kind.FIELD) return true;
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value)!;
      const to = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : type;
      const surely = to === type || (isAbstractType(to) && isSubtype(this.schema, to, type));
      return surely && this.#surelyAsks(fragment.selectionSet, type);
    });
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined): FieldNode {
    const { alias, selectionSet, ...rest } = node;
    const name = node.name.value;
    const isOfFields = isObjectType(parent) || isInterfaceType(parent);
    const type = isOfFields ? parent.getFields()[name]?.type : undefined;
    // `__typename`, and what introspection asks.
    if (!type) return { ...rest, ...(selectionSet && { selectionSet }) };
    // Each mutation is done as often as the client names it.
    const isDone = parent === this.#mutation;
    const identity = isDone
      ? `! ${(alias ?? node.name).value}`
      : `${identityOf(node, type)} ${this.#selections.of(node)}`;
    const key = this.#keyOf(name, identity, isDone);
    this.own.set(node, key);
    return {
      ...rest,
      ...(key !== name && { alias: { kind: Kind.NAME, value: key } }),
      ...(selectionSet && { selectionSet: this.#inner(selectionSet, getNamedType(type)) }),
    };
  }

  #keyOf(name: string, identity: string, isDone: boolean): string {
    let key = this.#byIdentity.get(identity);
    if (key === undefined) {
      const isFree = !isDone && !this.#taken.has(name) && !this.#reserved.names.has(name);
      key = isFree ? name : this.#reserved.prefix + this.#byIdentity.size;
      this.#taken.add(name);
      this.#byIdentity.set(identity, key);
    }
    return key;
  }
}

/**
 * What the client selects of objects, by field and key. An error inside makes a null of the object that holds it, so two keys
 * of the client share one of ours only if the same is selected under both, wherever they stand.
 */
class SelectionsAsked {
  readonly #texts = new Map<string, Set<string>>();

  add(node: OperationDefinitionNode | FragmentDefinitionNode): void {
    visit(node, {
      Field: (field) => {
        if (!field.selectionSet) return;
        const key = nameAndKey(field);
        const texts = this.#texts.get(key) ?? new Set();
        this.#texts.set(key, texts.add(print(field.selectionSet)));
      },
    });
  }

  /** What tells selections of a field apart: their text, or where that differs the client's key; nothing of a leaf. */
  of(field: FieldNode): string {
    if (!field.selectionSet) return '';
    const key = nameAndKey(field);
    const [text, another] = this.#texts.get(key)!;
    return another === undefined ? text! : key;
  }
}

/** A field with its arguments, and the client's key. */
const nameAndKey = (field: FieldNode) => `${(field.alias ?? field.name).value} ${argumentsOf(field)}`;

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isSubtype = (schema: GraphQLSchema, of: GraphQLAbstractType, type: GraphQLNamedType) =>
  (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(of, type);

/** What a key stands for: a field, its arguments in one order, and the shape of its value. */
function identityOf(field: FieldNode, type: GraphQLOutputType): string {
  return argumentsOf(field) + shapeOf(type);
}

/** A field and its arguments, in one order. */
function argumentsOf({ name, arguments: given = [] }: FieldNode): string {
  const values = given.map((one) => `${one.name.value}:${canonical(one.value)}`).sort();
  return `${name.value}(${values.join()})`;
}

/** A value as text, the same for what validation takes for the same. */
function canonical(value: ValueNode): string {
  if (value.kind === Kind.LIST) return `[${value.values.map(canonical).join()}]`;
  if (value.kind !== Kind.OBJECT) return print(value);
  return `{${value.fields
    .map((field) => `${field.name.value}:${canonical(field.value)}`)
    .sort()
    .join()}}`;
}

/** What two fields of one response key must have in common: lists, what may be null, and the type of a leaf. */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isCompositeType(type) ? '{}' : type.name;
}

/** What keys of ours must not be. */
interface ReservedNames {
  /** No field's name begins with it. */
  prefix: string;
  /** Fields with arguments that subgraphs require of each other: the planner asks for them under their own names. */
  names: ReadonlySet<string>;
}

const reserved = new WeakMap<GraphQLSchema, ReservedNames>();

function reservedNames(schema: GraphQLSchema): ReservedNames {
  let found = reserved.get(schema);
  if (!found) {
    found = findReserved(schema);
    reserved.set(schema, found);
  }
  return found;
}

function findReserved(schema: GraphQLSchema): ReservedNames {
  let prefix = 'hub_key_';
  const withArguments = new Set<string>();
  const required = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args, astNode } of Object.values(type.getFields())) {
      while (name.startsWith(prefix)) prefix += '_';
      if (args.length > 0) withArguments.add(name);
      for (const one of fieldsRequired(astNode?.directives)) required.add(one);
    }
  }
  return { prefix, names: new Set([...required].filter((name) => withArguments.has(name))) };
}

/** The names in the selections of `@join__field(requires: …)`, `(provides: …)`. */
function fieldsRequired(directives: readonly DirectiveNode[] = []): string[] {
  const names: string[] = [];
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'join__field') continue;
    for (const { value } of given.filter((one) => ['requires', 'provides'].includes(one.name.value))) {
      if (value.kind !== Kind.STRING) continue;
      visit(parse(`{${value.value}}`, { noLocation: true }), { Field: (node) => void names.push(node.name.value) });
    }
  }
  return names;
}

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
}
