import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { operationLimits } from './operation-limits';

const schema = buildSchema(`
  type Query { a: A many: [Many!]! }
  type A { a: A other: B b: Int }
  type B { a: A }
  interface Many { name: String many: [Many!]! }
  type One implements Many { name: String many: [Many!]! own: Int }
  type Two implements Many { name: String many: [Many!]! }
  type Three implements Many { name: String many: [Many!]! }
`);
const codes = (query: string, limits = {}) =>
  validate(schema, parse(query), [operationLimits({ maxFields: 1000, maxRepeats: 1000, ...limits })]).map(
    ({ message, extensions }) => [extensions['code'], message],
  );

describe('the limits on an operation', () => {
  it('count depth by fields, through fragments of both kinds', () => {
    expect(codes('{ a { a { b } } }', { maxDepth: 3 })).toEqual([]);
    const deep = '{ a { ... { a { ...F } } } } fragment F on A { a { b } }';
    expect(codes(deep, { maxDepth: 3 })).toEqual([
      ['OPERATION_TOO_DEEP', 'The operation is 4 levels deep; the limit is 3.'],
    ]);
  });

  const tooLarge = (limit: number) => [
    [
      'OPERATION_TOO_LARGE',
      `The operation asks for more than ${limit} fields, each counted wherever its fragment is used and for every type that it may be of.`,
    ],
  ];

  it('count a field wherever its fragment is used', () => {
    const twice = '{ a { ...F ...F } } fragment F on A { b a { b } }';
    // a, and for each use: the use itself, b, a and its b.
    expect(codes(twice, { maxFields: 9 })).toEqual([]);
    expect(codes(twice, { maxFields: 8 })).toEqual(tooLarge(8));
  });

  it('count a field for every type that it may be of, and no others', () => {
    const each = '{ many { name } }';
    expect(codes(each, { maxFields: 4 })).toEqual([]);
    expect(codes(each, { maxFields: 3 })).toEqual(tooLarge(3));
    const nested = '{ many { many { name } } }';
    expect(codes(nested, { maxFields: 13 })).toEqual([]);
    expect(codes(nested, { maxFields: 12 })).toEqual(tooLarge(12));
    const one = '{ many { ... on One { own } } }';
    expect(codes(one, { maxFields: 5 })).toEqual([]);
    expect(codes(one, { maxFields: 4 })).toEqual(tooLarge(4));
  });

  it('end at once where little is written and much is meant', () => {
    const levels = Array.from({ length: 60 }, (_, level) => {
      return `fragment F${level} on A { x: a { ...F${level + 1} } y: a { ...F${level + 1} } }`;
    });
    const began = performance.now();
    expect(codes(`{ a { ...F0 } } ${levels.join(' ')} fragment F60 on A { b }`, { maxDepth: 100 })).toEqual(
      tooLarge(1000),
    );
    expect(performance.now() - began).toBeLessThan(5000);
  });

  const circular = (field: string) => [
    [
      'OPERATION_CIRCULAR',
      `The operation asks for ${field} inside ${field}, more often than the 2 times that it may stand there.`,
    ],
  ];

  it('let a field stand inside itself once, and no more, by whatever way it is reached', () => {
    expect(codes('{ a { a { a { b } } } }', { maxRepeats: 2 })).toEqual([]);
    expect(codes('{ a { a { a { a { b } } } } }', { maxRepeats: 2 })).toEqual(circular('a'));
    const round = '{ a { ...R } } fragment R on A { other { a { other { a { ... { other { a { b } } } } } } } }';
    expect(codes(round, { maxRepeats: 2 })).toEqual(circular('other'));
    expect(codes('{ a { a { b } x: a { b } y: a { b } z: a { b } } }', { maxRepeats: 2 })).toEqual([]);
  });

  it('end on a cycle of fragments, and leave introspection and unknown names to other rules', () => {
    expect(codes('{ a { ...F } } fragment F on A { a { ...F } }', { maxRepeats: 2 })).toEqual([]);
    expect(codes(getIntrospectionQuery(), { maxFields: 20 })).toEqual([]);
    expect(codes('{ none { none { none } } ...None ... on None { a } }', { maxDepth: 1 })).toEqual([]);
    expect(codes('mutation { a }')).toEqual([]);
  });
});
