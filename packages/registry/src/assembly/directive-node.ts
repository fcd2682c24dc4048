import { parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode } from 'graphql';

/** A directive, as it is written: `@key(fields: "id")`. */
export function directiveNode(text: string): ConstDirectiveNode {
  const [type] = parse(`type T ${text} { f: Int }`, { noLocation: true }).definitions as [ObjectTypeDefinitionNode];
  return type.directives![0]!;
}
