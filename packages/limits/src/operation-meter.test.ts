import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, parse, type OperationDefinitionNode } from 'graphql';
import { costRules } from './cost-rules';
import { passedBy } from './limit-errors';
import { operationLimits } from './limits';
import { OperationMeter } from './operation-meter';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    a: A
    many: [Many!]! @listSize(assumedSize: 3)
    unknown: [Int]
    page(first: Int = 4): Page @listSize(slicingArguments: ["first"], sizedFields: ["items"])
    some(first: Int): [A] @listSize(assumedSize: 7, slicingArguments: ["first"])
    heavy: A @cost(weight: 50)
    dear: Dear
  }
  type Mutation { change: A }
  type Page { items: [A!]! total: Int }
  type Dear @cost(weight: 9) { b: Int }
  type A { a: A other: B b: Int }
  type B { a: A }
  interface Many { name: String many: [Many!]! @listSize(assumedSize: 2) }
  type One implements Many { name: String many: [Many!]! @listSize(assumedSize: 2) own: Int }
  type Two implements Many { name: String many: [Many!]! @listSize(assumedSize: 2) }
  type Three implements Many { name: String many: [Many!]! @listSize(assumedSize: 2) }
`;
const schema = buildSchema(SDL);
const rules = costRules(parse(SDL));
const meterOf = (limits: object) =>
  new OperationMeter(schema, rules, { ...operationLimits(5), maxSize: 1000, maxRepeats: 1000, ...limits });
const measure = (query: string, limits = {}, variables = {}) => {
  const document = parse(query);
  return meterOf(limits).measure(document, document.definitions[0] as OperationDefinitionNode, variables);
};
const codeOf = (query: string, limits = {}, variables = {}) =>
  passedBy(measure(query, limits, variables), meterOf(limits))?.code;
const costOf = (query: string, variables = {}) => measure(query, {}, variables).cost;

describe('an operation, written out', () => {
  it('is as deep as its fields, through fragments of both kinds', () => {
    expect(codeOf('{ a { a { b } } }', { maxDepth: 3 })).toBeUndefined();
    expect(codeOf('{ a { ... { a { ...F } } } } fragment F on A { a { b } }', { maxDepth: 3 })).toBe(
      'OPERATION_TOO_DEEP',
    );
  });

  it('has a field wherever its fragment is used', () => {
    // a, and for each use: the use itself, b, a and its b.
    expect(measure('{ a { ...F ...F } } fragment F on A { b a { b } }').size).toBe(9);
    expect(codeOf('{ a { ...F ...F } } fragment F on A { b a { b } }', { maxSize: 8 })).toBe('OPERATION_TOO_LARGE');
  });

  it('has a field for every type that it may be of, and no others', () => {
    expect(measure('{ many { name } }').size).toBe(4);
    expect(measure('{ many { many { name } } }').size).toBe(13);
    expect(measure('{ many { ... on One { own } } }').size).toBe(5);
  });

  it('is not looked at further than the limit where little is written and much is meant', () => {
    const levels = Array.from({ length: 60 }, (_, level) => {
      return `fragment F${level} on A { x: a { ...F${level + 1} } y: a { ...F${level + 1} } }`;
    });
    const { size } = measure(`{ a { ...F0 } } ${levels.join(' ')} fragment F60 on A { b }`, { maxDepth: 100 });
    // Each level that is left counts one more.
    expect(size).toBeLessThan(1100);
  });

  it('has a field inside itself once, and no more, by whatever way it is reached', () => {
    const limits = { maxRepeats: 2 };
    expect(codeOf('{ a { a { a { b } } } }', limits)).toBeUndefined();
    expect(measure('{ a { a { a { a { b } } } } }', limits).circular).toBe('a');
    const round = '{ a { ...R } } fragment R on A { other { a { other { a { ... { other { a { b } } } } } } } }';
    expect(measure(round, limits).circular).toBe('other');
    expect(codeOf('{ a { a { b } x: a { b } y: a { b } z: a { b } } }', limits)).toBeUndefined();
  });

  it('ends on a cycle of fragments, and leaves unknown names to other rules', () => {
    expect(codeOf('{ a { ...F } } fragment F on A { a { ...F } }', { maxRepeats: 2 })).toBeUndefined();
    expect(codeOf('{ none { none { none } } ...None ... on None { a } }', { maxDepth: 1 })).toBeUndefined();
    expect(codeOf('subscription { a }')).toBeUndefined();
  });
});

describe('what an answer costs', () => {
  it('is a point for each value, times the items of the lists around it', () => {
    expect(costOf('{ a { b a { b } } }')).toBe(4);
    expect(costOf('{ many { name } }')).toBe(3 * 2);
    expect(costOf('{ many { many { name } } }')).toBe(3 * (1 + 2 * 2));
    expect(costOf('{ unknown }')).toBe(10);
  });

  it('is that of the dearest of the types that something may be of', () => {
    expect(costOf('{ many { name ... on One { own x: own } ... on Two { many { name } } } }')).toBe(3 * (2 + 2 * 2));
  });

  it('has as many items as the argument says: given, by a variable, by its default, or by that of the schema', () => {
    expect(costOf('{ page(first: 20) { items { b } total } }')).toBe(1 + 20 * 2 + 1);
    expect(costOf('query ($n: Int) { page(first: $n) { items { b } } }', { n: 30 })).toBe(1 + 30 * 2);
    expect(costOf('query ($n: Int = 5) { page(first: $n) { items { b } } }')).toBe(1 + 5 * 2);
    expect(costOf('{ page { items { b } } }')).toBe(1 + 4 * 2);
    expect(costOf('{ some(first: 2) { b } }')).toBe(2 * 2);
    expect(costOf('{ some { b } }')).toBe(7 * 2);
    expect(costOf('query ($n: Int) { some(first: $n) { b } }', { n: 'many' })).toBe(7 * 2);
    expect(costOf('{ some(first: -5) { b } }')).toBe(0);
  });

  it('is measured again with other variables, and not without any', () => {
    const document = parse('query ($n: Int) { some(first: $n) { b } } query Q { a { b } }');
    const [first, second] = document.definitions as OperationDefinitionNode[];
    const meter = meterOf({});
    expect([1, 50].map((n) => meter.measure(document, first!, { n }).cost)).toEqual([2, 100]);
    expect(meter.measure(document, second!, { n: 1 })).toBe(meter.measure(document, second!, { n: 2 }));
  });

  it('costs the same whatever was measured before, for any variables in any order', () => {
    const document = parse(
      'query ($n: Int = 3, $of: [Int]) { some(first: $n) { b } page(first: $of) { items { b } } }',
    );
    const [operation] = document.definitions as [OperationDefinitionNode];
    const value = fc.oneof(
      fc.integer(),
      fc.constantFrom(1e400, -0, null, 'many', {}, [], [1, 2], [{ __typename: 'A' }]),
    );
    const variables = fc.record({ n: value, of: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(variables, { maxLength: 8 }), (all) => {
        const meter = meterOf({});
        for (const one of [...all, ...all]) {
          expect(meter.measure(document, operation, one)).toEqual(meterOf({}).measure(document, operation, one));
        }
      }),
    );
  });

  it('is more where the schema says so: for a field’s own work once, for a type each time', () => {
    expect(costOf('{ heavy { b } }')).toBe(50 + 2);
    expect(costOf('{ dear { b } }')).toBe(9 + 1);
    expect(costOf('mutation { change { b } }')).toBe(10 + 2);
  });

  it('is refused above the limit, by name', () => {
    expect(codeOf('{ page(first: 100) { items { b } } }', { maxCost: 200 })).toBe('OPERATION_TOO_DEAR');
    expect(codeOf('{ page(first: 99) { items { b } } }', { maxCost: 200 })).toBeUndefined();
  });
});

describe('introspection', () => {
  const limits = { maxRepeats: 2 };
  const aliases = (count: number, field: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');

  it('may be the standard query, whatever the options', () => {
    expect(codeOf(getIntrospectionQuery(), limits)).toBeUndefined();
    expect(codeOf(getIntrospectionQuery({ descriptions: false }), limits)).toBeUndefined();
    const all = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true };
    expect(codeOf(getIntrospectionQuery({ ...all, inputValueDeprecation: true }), limits)).toBeUndefined();
  });

  it('costs as many values as the schema has, on average', () => {
    const types = Object.values(schema.getTypeMap());
    const fields = types.flatMap((type) => ('getFields' in type ? Object.values(type.getFields()) : []));
    // One of twenty values is counted.
    expect(costOf('{ __schema { types { fields { name } } } }')).toBe(
      Math.ceil((1 + types.length + 2 * fields.length) / 20),
    );
  });

  it.each([
    ['the schema', `{ ${aliases(100, '__schema { queryType { name } }')} }`],
    ['a type', `{ ${aliases(100, '__type(name: "A") { name }')} }`],
    ['lists inside', `{ __schema { ${aliases(100, 'types { name }')} } }`],
    ['names inside', `{ __schema { types { ${aliases(100, 'name')} } } }`],
    [
      'fields, by a fragment',
      `{ __schema { types { ...F } } } fragment F on __Type { ${aliases(100, 'fields { name }')} }`,
    ],
    [
      'fragments of fragments',
      `{ __schema { types { ...A } } } fragment A on __Type { ${aliases(10, 'fields { ...B }')} }
       fragment B on __Field { ${aliases(10, 'type { ...C }')} } fragment C on __Type { ${aliases(10, 'fields { name }')} }`,
    ],
  ])('of a hundred aliases is refused: of %s', (_, query) => {
    expect(codeOf(query, { ...limits, maxSize: 5000 })).toMatch(/^OPERATION_(REPETITIVE|TOO_DEAR)$/);
  });

  it('is not what __typename is', () => {
    expect(codeOf(`{ ${aliases(100, '__typename')} }`, limits)).toBeUndefined();
  });
});
