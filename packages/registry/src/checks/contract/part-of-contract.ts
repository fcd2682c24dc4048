import { Kind, parse, print, visit, type ObjectTypeDefinitionNode, type TypeDefinitionNode } from 'graphql';
import { prefixOf } from '../type-names';
import { EXAMPLE } from './contract';

/**
 * The schema of a partnership that offers a part of the contract: its type, and every type that this leads to.
 *
 * @param contract - as SDL.
 * @param name - the partnership's subgraph, as `newham`.
 * @param interfaces - what it offers, as `HoldsMeetings`.
 */
export function partOfContract(contract: string, name: string, interfaces: readonly string[]): string {
  const { definitions } = parse(contract, { noLocation: true });
  const types = new Map(
    definitions.flatMap((node) => ('name' in node && node.name ? [[node.name.value, node as TypeDefinitionNode]] : [])),
  );
  const partnership = types.get(`${EXAMPLE}Partnership`) as ObjectTypeDefinitionNode;
  const offered = new Set(
    interfaces.flatMap((one) => {
      const type = types.get(one);
      if (type?.kind !== Kind.INTERFACE_TYPE_DEFINITION) throw new TypeError(`The contract has no interface ${one}.`);
      return (type.fields ?? []).map((field) => field.name.value);
    }),
  );
  const needed = new Map<string, TypeDefinitionNode>();
  const need = (type: TypeDefinitionNode) => {
    if (needed.has(type.name.value)) return;
    needed.set(type.name.value, type);
    for (const other of namesIn(type)) if (types.has(other)) need(types.get(other)!);
  };
  need({
    ...partnership,
    interfaces: (partnership.interfaces ?? []).filter((one) => interfaces.includes(one.name.value)),
    fields: (partnership.fields ?? []).filter((field) => offered.has(field.name.value)),
  });
  const own = [...needed.values()].map((type) => withName(type, prefixOf(name)));
  return `${[linkFor(own), ...own.map(print)].join('\n\n')}\n`;
}

function namesIn(type: TypeDefinitionNode): string[] {
  const names: string[] = [];
  visit(type, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

/** With the partnership's name in the place of the example's. */
const withName = (type: TypeDefinitionNode, prefix: string): TypeDefinitionNode =>
  visit(type, {
    Name: (node) => ({ ...node, value: node.value.replace(new RegExp(`^${EXAMPLE}(?=[A-Z])`), prefix) }),
  });

/** The link of a schema, with the directives that it uses. */
function linkFor(types: readonly TypeDefinitionNode[]): string {
  const used = new Set<string>();
  for (const type of types) visit(type, { Directive: ({ name }) => void used.add(name.value) });
  used.delete('deprecated');
  const imported = [...used].sort().map((name) => `"@${name}"`);
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imported.join(', ')}])`;
}
