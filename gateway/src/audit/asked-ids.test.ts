import { buildSchema, getOperationAST, parse } from 'graphql';
import { askedIds } from './asked-ids';

const schema = buildSchema(`
  input Filter { child: ID, text: String }
  interface Named { of(id: ID): Int }
  type Movement implements Named { of(id: ID): Int, accesses(filter: Filter): Int }
  type Query { movement(id: ID!): Movement, records(filter: Filter): Int, partnership(id: ID!): Int, named: Named }
`);
const childLevel = {
  granted: ['Query.movement', 'Named.of'],
  refused: ['Query.records', 'Movement.accesses'],
};

/** The ids of the operation that is called `A`, or of the only one. */
function idsOf(source: string, variables?: Record<string, unknown>): string[] {
  const document = parse(source);
  const operation = getOperationAST(document, 'A') ?? getOperationAST(document)!;
  return askedIds({ schema, document, operation, request: { variables } }, childLevel).sort();
}

it.each<[string, string, Record<string, unknown> | undefined, string[]]>([
  ['by name', '{ movement(id: "m1") { of(id: "m2") } }', undefined, ['m1']],
  ['behind aliases', '{ a: movement(id: "m1") { of } b: movement(id: "m2") { of } }', undefined, ['m1', 'm2']],
  ['by a variable', 'query ($id: ID!) { movement(id: $id) { of } }', { id: 'm1' }, ['m1']],
  ['by a number', 'query ($id: ID!) { movement(id: $id) { of } n: movement(id: 8) { of } }', { id: 7 }, ['7', '8']],
  ['by the default of a variable', 'query ($id: ID = "m1") { movement(id: $id) { of } }', undefined, ['m1']],
  [
    'in an input, also where it is refused',
    '{ records(filter: { child: "p1:1:a", text: "x" }) }',
    undefined,
    ['p1:1:a'],
  ],
  ['in an input by a variable', 'query ($f: Filter) { records(filter: $f) }', { f: { child: 'p1:1:a' } }, ['p1:1:a']],
  ['within an input', 'query ($c: ID) { records(filter: { child: $c }) }', { c: 'p1:1:a' }, ['p1:1:a']],
  ['in a fragment', '{ ...F } fragment F on Query { movement(id: "m1") { of } }', undefined, ['m1']],
  ['below an interface', '{ named { of(id: "m1") } }', undefined, ['m1']],
  ['below what is granted', '{ movement(id: "m1") { accesses(filter: { child: "c" }) } }', undefined, ['c', 'm1']],
  ['and none of what is about no child', '{ partnership(id: "lambeth") }', undefined, []],
  [
    'and none of another operation',
    'query A { movement(id: "m1") { of } } query B { movement(id: "m2") { of } }',
    undefined,
    ['m1'],
  ],
  ['and nothing of a variable that does not fit', 'query ($id: ID!) { movement(id: $id) { of } }', { id: {} }, []],
])('an id is found %s', (_, source, variables, ids) => {
  expect(idsOf(source, variables)).toEqual(ids);
});

it('nothing is found in what was not understood', () => {
  expect(askedIds({ schema, request: {} }, childLevel)).toEqual([]);
});
