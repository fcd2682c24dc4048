import { Kind, visit, type ASTNode } from 'graphql';
import { finding, type Finding } from '../finding';
import { lineOf } from '../schema-types';
import type { Rule } from './rule';

/** How many lists, values or selections may stand in each other. Whoever reads what is deeper may come to the end of its stack. */
const DEEPEST = 8;

const NESTS: ReadonlySet<string> = new Set([Kind.LIST_TYPE, Kind.LIST, Kind.OBJECT]);

/** Nothing is nested deeper than any program reads. */
export const nesting: Rule = ({ name, document }) => {
  const deepest = new Map<string, Finding>();
  let depth = 0;
  let owner = '';
  let coordinate = '';
  const note = (reached: number, node: ASTNode) => {
    if (reached <= DEEPEST || deepest.has(coordinate)) return;
    const at = { coordinate, subgraphs: [name], line: lineOf(node) };
    deepest.set(coordinate, finding('NESTED_TOO_DEEP', at, { most: DEEPEST }));
  };
  visit(document, {
    enter(node) {
      if (/Type(Definition|Extension)$/.test(node.kind) && 'name' in node) owner = coordinate = node.name!.value;
      if (node.kind === Kind.FIELD_DEFINITION) coordinate = `${owner}.${node.name.value}`;
      if (NESTS.has(node.kind)) note((depth += 1), node);
      if (node.kind === Kind.STRING && !node.block) note(bracesIn(node.value), node);
    },
    leave(node) {
      if (NESTS.has(node.kind)) depth -= 1;
    },
  });
  return [...deepest.values()];
};

/** How deep the braces of a selection go, as that of @requires. */
function bracesIn(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
