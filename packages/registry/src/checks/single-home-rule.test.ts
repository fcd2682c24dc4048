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

  it('finds one in an extension that says no more than its name', () => {
    expect(
      check({
        'london-scp': `${stub} { id: ID! name: String! }`,
        lambeth: `${stub} { id: ID! } extend type LambethPartnership { name: String! }`,
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

  it('finds root fields outside the hub, whatever the root type is called', () => {
    expect(
      check({
        'london-scp': 'type Query { partnerships: Int }',
        lambeth: 'extend type Query { hubs: Int _service: Int }',
        havering: 'schema { query: Root } type Root { more: Int }',
        redbridge:
          'extend schema { mutation: Change } type Change { end: Int } type Query { _entities: Int _more: Int }',
      }),
    ).toEqual([
      'ROOT_FIELD_OUTSIDE_HUB Query.hubs lambeth',
      'ROOT_FIELD_OUTSIDE_HUB Root.more havering',
      'ROOT_FIELD_OUTSIDE_HUB Change.end redbridge',
      'ROOT_FIELD_OUTSIDE_HUB Query._more redbridge',
    ]);
  });

  it('finds mutations and subscriptions of a partnership: each owner records at home', () => {
    const sdl = {
      'london-scp': 'type Mutation { recordReceipt: Int }',
      'tri-borough': 'type Mutation { triBoroughRecordMeeting: Int } extend type Mutation { recordMeeting: Int }',
      lambeth: 'type Subscription { movements: Int }',
    };
    expect(check(sdl)).toEqual([
      'ROOT_FIELD_OUTSIDE_HUB Mutation.triBoroughRecordMeeting tri-borough',
      'ROOT_FIELD_OUTSIDE_HUB Mutation.recordMeeting tri-borough',
      'ROOT_FIELD_OUTSIDE_HUB Subscription.movements lambeth',
    ]);
    const [finding] = checkSingleHome([{ name: 'lambeth', sdl: sdl.lambeth }]);
    expect(finding).toMatchObject({
      message: expect.stringContaining('Subscription.movements is added by lambeth.'),
      remedy: expect.stringContaining('by an API of your own'),
    });
  });
});
