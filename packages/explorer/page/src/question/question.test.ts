import { operationsOf, operationToRun } from './question';

describe('the operations of a document', () => {
  it.each([
    ['{ a }', [], false],
    ['query Q { a }', ['Q'], false],
    ['query Q($on: Date!) { a(on: $on) } mutation M { b } fragment F on T { c }', ['Q', 'M'], true],
    ['query Q($on: Da', [], true],
    ['', [], false],
  ])('are those of %j', (query, names, hasVariables) => {
    expect(operationsOf(query)).toEqual({ names, hasVariables });
  });
});

describe('the operation that runs', () => {
  const two = 'query A { a } query B { b }';

  it.each([
    ['query A { a }', 'B', null],
    ['{ a }', null, null],
    [two, null, 'A'],
    [two, 'B', 'B'],
    [two, 'Removed', 'A'],
  ])('of %j, where %j was chosen, is %j', (query, operationName, expected) => {
    expect(operationToRun({ query, variables: '', operationName })).toBe(expected);
  });
});
