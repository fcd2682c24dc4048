import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from '@hub/registry';
import { buildSchema, parse, validate } from 'graphql';
import { londonOf } from '../benchmarks/gateways/london-of';
import { cutDown } from '../benchmarks/gateways/cut-down';
import { OPERATIONS } from '../benchmarks/gateways/operations';
import { REPEATED } from '../benchmarks/repeated-selections';
import { planOf } from '../support/plan-of';
import { subgraphSdls } from '../support/reference-schema';

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

it.each(Object.entries(OPERATIONS))(
  'the question %s, by which gateways are compared, is there to be asked',
  (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

it('a supergraph that is cut down to those questions is planned for as the whole one', () => {
  const london = londonOf(6, subgraphSdls).map((one) => ({ ...one, url: `http://${one.name}/graphql` }));
  const [whole, cut] = [london, cutDown(london, Object.values(OPERATIONS))].map((all) => composeSupergraph(all));
  expect(cut!.supergraphSdl.length).toBeLessThan(whole!.supergraphSdl.length / 3);
  for (const query of Object.values(OPERATIONS)) {
    expect(planOf(cut!.supergraphSdl, query)).toEqual(planOf(whole!.supergraphSdl, query));
  }
});
