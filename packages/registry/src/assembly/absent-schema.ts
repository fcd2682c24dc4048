import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { directiveName } from '../checks/schema-types';
import { PARTNERSHIP_FAMILIES, prefixOf } from '../checks/type-names';
import { namedTypeOf } from '../supergraph-types';
import { directiveNode } from './directive-node';

/**
 * The schema of a partnership that has none which can be served: its types in the hub's subgraph, with all that their
 * interfaces have and the hub does not answer itself. The supergraph composes with it, and what is asked of the partnership
 * has a subgraph to fail at.
 *
 * Its fields are public: nothing is behind them, and who may see those of others is not made harder by it.
 *
 * @param subgraph - its name is that of its types: `tri-borough` has `TriBoroughPartnership`.
 * @param hub - the schema of the hub's subgraph.
 * @param others - those of the partnerships that have one.
 * @returns null where the hub has no type of the partnership.
 */
export function absentSchema(subgraph: string, hub: DocumentNode, others: readonly DocumentNode[]): string | null {
  const own = prefixOf(subgraph);
  const known = new KnownTypes([hub, ...others]);
  const stubs = PARTNERSHIP_FAMILIES.flatMap((family) => stubIn(hub, `${own}${family}`) ?? []);
  if (stubs.length === 0) return null;

  const types = stubs.map((stub) => known.answered(stub));
  const served = new Map(types.map(({ name, fields = [] }) => [name.value, fields]));
  const interfaces = new Map<string, InterfaceTypeDefinitionNode>();
  for (const { interfaces: implemented = [], fields = [] } of types) {
    for (const { name } of implemented) interfaces.set(name.value, known.interfaceOf(name.value, fields));
  }
  const definitions: DefinitionNode[] = [...types, ...interfaces.values()];
  const isThere = new Set([...served.keys(), ...interfaces.keys()]);
  // What a definition names is added at the end, and looked at in its turn.
  for (const definition of definitions) {
    for (const name of namesIn(definition)) {
      const found = isThere.has(name) ? undefined : known.shared(name);
      isThere.add(name);
      if (found) definitions.push(found);
    }
  }
  return [LINK, ...definitions].map(print).join('\n\n');
}

const stubIn = ({ definitions }: DocumentNode, name: string) =>
  definitions.find((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === name) as
    ObjectTypeDefinitionNode | undefined;

/** The types of several subgraphs, each as all of them together have it. */
class KnownTypes {
  readonly #types = new Map<string, DefinitionNode[]>();

  constructor(documents: readonly DocumentNode[]) {
    for (const { definitions } of documents) {
      for (const definition of definitions) {
        if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
        const found = this.#types.get(definition.name.value);
        if (found) found.push(definition);
        else this.#types.set(definition.name.value, [definition]);
      }
    }
  }

  /** A partnership's type with what the hub does not answer of it. */
  answered(stub: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
    const ofHub = new Set((stub.fields ?? []).filter((field) => !isMarked(field, 'external')).map(nameOf));
    const fields = new Map<string, FieldDefinitionNode>();
    for (const field of (stub.interfaces ?? []).flatMap(({ name }) => this.#fieldsOf(name.value))) {
      const isKey = isKeyOf(stub, field);
      if (fields.has(nameOf(field)) || (ofHub.has(nameOf(field)) && !isKey)) continue;
      fields.set(nameOf(field), { ...bare(field), directives: isKey ? [] : [PUBLIC, ...this.#hiding(field)] });
    }
    return { ...bare(stub), directives: [RESOLVABLE], fields: [...fields.values()] };
  }

  /** An interface with those of its fields that a type of it has here. */
  interfaceOf(name: string, of: readonly FieldDefinitionNode[]): InterfaceTypeDefinitionNode {
    const served = new Set(of.map(nameOf));
    const fields = this.#fieldsOf(name).filter((field) => served.has(nameOf(field)));
    return {
      kind: Kind.INTERFACE_TYPE_DEFINITION,
      name: { kind: Kind.NAME, value: name },
      fields: fields.map((field) => ({ ...bare(field), directives: this.#hiding(field) })),
    };
  }

  /** A type that several subgraphs have; of an entity its key alone. */
  shared(name: string): DefinitionNode | undefined {
    const [type] = this.#types.get(name) ?? [];
    if (type?.kind === Kind.INTERFACE_TYPE_DEFINITION) return this.interfaceOf(name, this.#fieldsOf(name));
    if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION || !keyOf(type)) return type;
    const fields = (type.fields ?? []).filter((field) => isKeyOf(type, field));
    return { ...type, interfaces: [], directives: [unresolvable(keyOf(type)!)], fields };
  }

  #fieldsOf(name: string): FieldDefinitionNode[] {
    const fields = new Map<string, FieldDefinitionNode>();
    for (const type of this.#types.get(name) ?? []) {
      if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      for (const field of type.fields ?? []) if (!fields.has(nameOf(field))) fields.set(nameOf(field), field);
    }
    return [...fields.values()];
  }

  /** What clients may not see is that which returns it too. */
  #hiding(field: FieldDefinitionNode): ConstDirectiveNode[] {
    const all = this.#types.get(namedTypeOf(field)) ?? [];
    return isMarked(field, 'inaccessible') || all.some((type) => isMarked(type, 'inaccessible')) ? [INACCESSIBLE] : [];
  }
}

const nameOf = ({ name }: FieldDefinitionNode) => name.value;

const isMarked = (node: object, directive: string) =>
  (node as { directives?: readonly ConstDirectiveNode[] }).directives?.some(
    (one) => directiveName(one) === directive,
  ) ?? false;

const keyOf = ({ directives }: ObjectTypeDefinitionNode) => directives?.find((one) => directiveName(one) === 'key');

const isKeyOf = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) =>
  keyOf(type)?.arguments?.some(
    ({ name, value }) =>
      name.value === 'fields' && value.kind === Kind.STRING && value.value.split(/\W+/).includes(nameOf(field)),
  ) ?? false;

const PUBLIC = directiveNode('@tag(name: "public")');
const INACCESSIBLE = directiveNode('@inaccessible');
const RESOLVABLE = directiveNode('@key(fields: "id")');

const LINK = parse(
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@cost", "@external",
    "@inaccessible", "@key", "@listSize", "@override", "@provides", "@requires", "@requiresScopes", "@shareable", "@tag"])`,
  { noLocation: true },
).definitions[0]!;

function unresolvable(key: ConstDirectiveNode): ConstDirectiveNode {
  const { arguments: [never] = [] } = directiveNode('@key(resolvable: false)');
  return { ...key, arguments: [...(key.arguments ?? []).filter(({ name }) => name.value === 'fields'), never!] };
}

/** Without what is said of it: that is the others' to say. */
const bare = <Node extends { description?: unknown }>({ description: _, ...node }: Node) => node;

/** The types that a definition names. */
function namesIn(definition: DefinitionNode): Set<string> {
  const names = new Set<string>();
  visit(definition, { NamedType: ({ name }) => void names.add(name.value) });
  return names;
}
