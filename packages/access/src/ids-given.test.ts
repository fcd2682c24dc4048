import { buildSchema } from 'graphql';
import { idsGiven } from './ids-given';

const { args } = buildSchema(`
  input Filter { child: ID, people: [ID!], text: String, within: Filter }
  type Query { look(id: ID!, ids: [ID!]!, nhsNumber: String!, filter: Filter, count: Int): Int }
`)
  .getQueryType()!
  .getFields()['look']!;

test('the ids among arguments are found, in lists and inputs too, and nothing else', () => {
  const filter = { child: 'p1:1:a', people: ['b', 'c'], text: 'secret', within: { child: 7 } };
  const values = { id: 'movement:1', ids: ['m2'], nhsNumber: '943 476 5919', filter, count: 5 };
  expect(idsGiven(args, values)).toEqual(['movement:1', 'm2', 'p1:1:a', 'b', 'c', '7']);
  expect(idsGiven(args, { ids: 'm2' })).toEqual(['m2']);
});

test('what does not fit the schema gives nothing, and breaks nothing', () => {
  expect(idsGiven(args, { id: { toString: 'x' }, ids: [null, ['a']], filter: 'x', other: 'y' })).toEqual([]);
  expect(idsGiven(args, {})).toEqual([]);
});
