import { checkSingleHome } from './single-home-rule';

const check = (sdls: Record<string, string>) =>
  checkSingleHome(Object.entries(sdls).map(([name, sdl]) => ({ name, sdl }))).map(
    ({ code, coordinate, subgraphs }) => `${code} ${coordinate} ${subgraphs.join('+')}`,
  );

const stub = 'type LambethPartnership implements LocalPartnership @key(fields: "id")';

describe('checkSingleHome', () => {
  it('accepts keys everywhere and each other field in one place', () => {
    expect(
      check({
        'london-scp': `type Query { a: Int } ${stub} { id: ID! name: String! }`,
        lambeth: `${stub} { id: ID! priorities: [Int!] }`,
      }),
    ).toEqual([]);
  });

  it('finds a field with two homes, in definitions and in extensions', () => {
    expect(
      check({
        'london-scp': `${stub} { id: ID! name: String! }`,
        lambeth: `extend ${stub} { id: ID! name: String! }`,
      }),
    ).toEqual(['FIELD_HAS_TWO_HOMES LambethPartnership.name london-scp+lambeth']);
  });

  it('does not count @external fields, nor fields taken over by @override', () => {
    expect(
      check({
        'london-scp': `${stub} { id: ID! name: String! @override(from: "lambeth") note: Int @external }`,
        lambeth: `${stub} { id: ID! name: String! note: Int }`,
      }),
    ).toEqual([]);
  });

  it('counts composite keys and prefixed directives', () => {
    const keyed = 'type LambethDatasetReturn @federation__key(fields: "owner { of { id } total } period")';
    expect(
      check({
        a: `${keyed} { period: String! owner: Owner! total: Int }`,
        b: `${keyed} { period: String! owner: Owner! total: Int }`,
      }),
    ).toEqual(['FIELD_HAS_TWO_HOMES LambethDatasetReturn.total a+b']);
  });

  it('leaves value types alone', () => {
    const value = 'type Priority @shareable { title: String! }';
    expect(check({ lambeth: value, havering: value })).toEqual([]);
  });

  it('finds query fields outside the hub, whatever the root type is called', () => {
    expect(
      check({
        'london-scp': 'type Query { partnerships: Int }',
        lambeth: 'extend type Query { hubs: Int _service: Int }',
        havering: 'schema { query: Root } type Root { more: Int }',
      }),
    ).toEqual(['QUERY_FIELD_OUTSIDE_HUB Query.hubs lambeth', 'QUERY_FIELD_OUTSIDE_HUB Root.more havering']);
  });

  it('finds mutations that do not carry the name of their partnership', () => {
    expect(
      check({
        'london-scp': 'type Mutation { recordReceipt: Int }',
        'tri-borough': 'type Mutation { triBoroughRecordMeeting: Int recordMeeting: Int lambethRecordMeeting: Int }',
      }),
    ).toEqual([
      'MUTATION_WITHOUT_NAME Mutation.recordMeeting tri-borough',
      'MUTATION_WITHOUT_NAME Mutation.lambethRecordMeeting tri-borough',
    ]);
  });
});
