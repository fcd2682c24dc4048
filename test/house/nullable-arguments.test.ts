import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');

/**
 * Null is a value of every argument that may be left out (GraphQL, 6.4.1), and a client may send it. Where the type of the
 * parameter has it, the compiler sees to it that it is thought of.
 */
it('an argument that may be null says so by its type', () => {
  const files = ['packages', 'subgraphs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .flatMap(({ name }) => sourcesIn(`${folder}/${name}/src`)),
  );
  const read = files.map((file) => argumentsIn(file));
  expect(read.flat().length).toBeGreaterThan(30);
  expect(read.flat().filter(({ saysNull }) => !saysNull)).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
}

/** The parameters of a file that are arguments which may be null. */
function argumentsIn(file: string): { file: string; name: string; saysNull: boolean }[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ReturnType<typeof argumentsIn> = [];
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && mayBeNull(node)) {
      found.push({ file, name: node.name.getText(), saysNull: /\bnull\b/.test(node.type!.getText()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function mayBeNull(parameter: ts.ParameterDeclaration): boolean {
  const argument = ts.getDecorators(parameter)?.find((decorator) => decorator.getText().startsWith('@Arg('));
  return /nullable: true/.test(argument?.getText() ?? '');
}
