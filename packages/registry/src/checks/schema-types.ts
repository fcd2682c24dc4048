import {
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** A type as a schema has it, its extensions included. */
export interface SchemaType {
  name: string;
  /** As `ObjectType`, `InterfaceType`, `EnumType`. */
  kind: string;
  isDescribed: boolean;
  line: number | null;
  /** The interfaces it implements, or what a union is of. */
  names: string[];
  directives: ConstDirectiveNode[];
  /** Fields, also of an input. */
  fields: (FieldDefinitionNode | InputValueDefinitionNode)[];
  values: EnumValueDefinitionNode[];
}

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** The types of a document by name. */
export function schemaTypes({ definitions }: DocumentNode): Map<string, SchemaType> {
  const types = new Map<string, SchemaType>();
  for (const node of definitions as TypeNode[]) {
    const [, kind] = /^(.+Type)(?:Definition|Extension)$/.exec(node.kind) ?? [];
    if (!kind) continue;
    const name = node.name.value;
    const type = types.get(name) ?? { ...{ name, kind, line: lineOf(node), isDescribed: false }, ...nothing() };
    types.set(name, type);
    type.isDescribed ||= 'description' in node && Boolean(node.description?.value.trim());
    type.directives.push(...(node.directives ?? []));
    if ('interfaces' in node) type.names.push(...(node.interfaces ?? []).map((one) => one.name.value));
    if ('types' in node) type.names.push(...(node.types ?? []).map((one) => one.name.value));
    if ('fields' in node) type.fields.push(...(node.fields ?? []));
    if ('values' in node) type.values.push(...(node.values ?? []));
  }
  return types;
}

const nothing = () => ({ names: [], directives: [], fields: [], values: [] });

/** The line at which a node begins, after its description; null where the document has no locations. */
export function lineOf(node: { loc?: TypeDefinitionNode['loc']; name?: { loc?: TypeDefinitionNode['loc'] } }) {
  const { startToken } = (node.name ?? node).loc ?? node.loc ?? {};
  return startToken?.line ?? null;
}

/** A directive's name: one that `@link` does not import carries the prefix of its specification. */
export const directiveName = ({ name }: ConstDirectiveNode) => name.value.replace(/^federation__/, '');

/** A directive in words that are the same for every order of its arguments. */
export function directiveText(node: ConstDirectiveNode): string {
  const given = (node.arguments ?? []).map(print).sort();
  return `@${directiveName(node)}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}

/** The arguments of a field by name; an input's field has none. */
export function argumentsOf(
  field: FieldDefinitionNode | InputValueDefinitionNode,
): readonly InputValueDefinitionNode[] {
  return field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
}
