import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { REPEATED } from '../benchmarks/repeated-selections';

const schema = buildSchema(readFileSync(join(__dirname, '../../docs/reference/schema/api.graphql'), 'utf8'));

it.each(REPEATED)('what an attack of the benchmark asks for is there to be asked: %s', (selection) => {
  expect(validate(schema, parse(`{ ${selection} }`))).toEqual([]);
});
