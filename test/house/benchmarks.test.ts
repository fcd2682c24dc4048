import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { REPEATED } from '../benchmarks/repeated-selections';

const schema = buildSchema(readFileSync(join(__dirname, '../../docs/reference/schema/api.graphql'), 'utf8'));

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const replaced = [
  ...read('test/benchmarks/enforcement-switch.ts').matchAll(/^\s*replace\('([^']+)\/dist\/([^']+)\.js', '(\w+)'/gm),
].map(([, folder, file, name]) => [name!, `${folder}/src/${file}.ts`] as const);

it('the benchmark of enforcement replaces parts of the gateway and of subgraphs', () => {
  expect(replaced.length).toBeGreaterThanOrEqual(7);
});

it.each(replaced)('the benchmark of enforcement replaces %s, which is there to be replaced', (name, file) => {
  expect(read(file)).toMatch(new RegExp(`^export (async )?(function|class|const) ${name}\\b`, 'm'));
});

it.each(REPEATED)('what an attack of the benchmark asks for is there to be asked: %s', (selection) => {
  expect(validate(schema, parse(`{ ${selection} }`))).toEqual([]);
});
