import {
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type FieldDefinitionNode,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { PARTNERSHIP_FAMILIES, prefixOf } from '../type-names';
import { EXAMPLE } from './contract';

const PREAMBLE = `# What a partnership publishes to the hub, as SDL. Written by \`hub schema\`.
#
# Every type is to be as it stands here. Those of Example are your own: put the name of your partnership in the place of
# Example, and leave out the interfaces of what you do not offer, with their fields.
`;

/**
 * The contract, of which partnerships publish each a part: all their types, those that are named after them as those of
 * one that is called Example and has all that any of them has.
 *
 * @throws Error where two of them have the same type or field and do not agree on it.
 */
export function contractOf(partnerships: readonly { name: string; sdl: string }[]): string {
  const shared = new Map<string, DefinitionNode>();
  const example = new Map<string, ObjectTypeDefinitionNode>();
  for (const { name, sdl } of partnerships) {
    const prefix = prefixOf(name);
    const { definitions } = parse(sdl, { noLocation: true });
    for (const definition of definitions) {
      if (!('name' in definition) || !definition.name) continue;
      const type = definition.name.value;
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && isOfFamily(type, prefix)) {
        const own = renamed(withoutOwnFields(definition, definitions), prefix);
        example.set(own.name.value, joined(example.get(own.name.value), own, name));
      } else if (!type.startsWith(prefix)) {
        shared.set(type, agreed(shared.get(type), definition, `${name}: ${type}`));
      }
    }
  }
  return `${PREAMBLE}${[link(partnerships), ...example.values(), ...shared.values()].map(print).join('\n\n')}\n`;
}

const isOfFamily = (type: string, prefix: string) => PARTNERSHIP_FAMILIES.some((end) => type === `${prefix}${end}`);

/** What no interface of it has is the partnership's own. */
function withoutOwnFields(
  type: ObjectTypeDefinitionNode,
  definitions: readonly DefinitionNode[],
): ObjectTypeDefinitionNode {
  const claimed = new Set(type.interfaces?.map(({ name }) => name.value));
  const inContract = new Set(
    definitions.flatMap((node) =>
      node.kind === Kind.INTERFACE_TYPE_DEFINITION && claimed.has(node.name.value)
        ? (node.fields ?? []).map(({ name }) => name.value)
        : [],
    ),
  );
  return { ...type, fields: (type.fields ?? []).filter(({ name }) => inContract.has(name.value)) };
}

function renamed(type: ObjectTypeDefinitionNode, prefix: string): ObjectTypeDefinitionNode {
  const ours = new Set<string>(PARTNERSHIP_FAMILIES.map((family) => `${prefix}${family}`));
  return visit(type, {
    Name: (node) =>
      ours.has(node.value) ? { ...node, value: `${EXAMPLE}${node.value.slice(prefix.length)}` } : undefined,
  });
}

/** What two partnerships have of a type, in one. */
function joined(one: ObjectTypeDefinitionNode | undefined, other: ObjectTypeDefinitionNode, name: string) {
  if (!one) return other;
  const fields = new Map((one.fields ?? []).map((field) => [field.name.value, field]));
  for (const field of other.fields ?? []) {
    const coordinate = `${other.name.value}.${field.name.value}`;
    fields.set(
      field.name.value,
      agreed<FieldDefinitionNode>(fields.get(field.name.value), field, `${name}: ${coordinate}`),
    );
  }
  const interfaces = new Map<string, NamedTypeNode>(
    [...(one.interfaces ?? []), ...(other.interfaces ?? [])].map((node) => [node.name.value, node]),
  );
  return { ...one, interfaces: [...interfaces.values()], fields: [...fields.values()] };
}

function agreed<Node extends DefinitionNode | FieldDefinitionNode>(
  one: Node | undefined,
  other: Node,
  what: string,
): Node {
  if (one && print(bare(one)) !== print(bare(other))) throw new Error(`The partnerships do not agree on it. ${what}`);
  return one ?? other;
}

/** Without what is said of it. */
const bare = <Node extends DefinitionNode | FieldDefinitionNode>(node: Node): Node =>
  visit(node, { enter: (part) => ('description' in part ? { ...part, description: undefined } : undefined) });

/** The link of all, with what any of them imports. */
function link(partnerships: readonly { sdl: string }[]): DefinitionNode {
  const imported = partnerships.flatMap(({ sdl }) => /import:\s*\[([^\]]*)\]/.exec(sdl)?.[1]?.match(/@\w+/g) ?? []);
  const names = [...new Set(imported)].sort().map((name) => `"${name}"`);
  const url = 'https://specs.apollo.dev/federation/v2.9';
  return parse(`extend schema @link(url: "${url}", import: [${names.join(', ')}])`, { noLocation: true })
    .definitions[0]!;
}
