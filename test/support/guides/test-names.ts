import ts from 'typescript';

const NAMING = new Set(['describe', 'it', 'test']);

/** What the tests of a file are called, as the file writes it: `describe`, `it` and `test`, those with `.each` too. */
export function testNamesOf(source: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && NAMING.has(calledName(node.expression))) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteralLike(name)) names.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('of.test.ts', source, ts.ScriptTarget.Latest));
  return names;
}

/** `it` of `it(…)`, `it.each([…])(…)` and `it.skip(…)`. */
function calledName(callee: ts.Expression): string {
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) return calledName(callee.expression);
  return ts.isIdentifier(callee) ? callee.text : '';
}
