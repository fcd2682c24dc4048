import { scopesOf, type RequestIdentity } from '@hub/access';
import { askDirectly, subgraphsAsked } from '../support/attacks/gateway-token';
import { bearer, send, type Reply } from '../support/attacks/send';
import { standingTestHub } from '../support/standing/standing-hub';
import type { AskedHub } from '../support/test-hub';
import { requestIdentityOf } from '../support/request-identities';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'So that a test can look.' };
const purpose = 'CROSS_BOUNDARY_MOVEMENT';

let testHub: AskedHub;
/** A movement out of Lambeth, and what may not be told of it. */
let id: string;
let secrets: string[];

beforeAll(async () => {
  testHub = await standingTestHub();
  const { data } = await testHub.as('duty-team', { ...LAMBETH, purpose })(
    `{ movements(first: 100) { edges { node { id childPseudonym category originCode
         originRecord { childPseudonym status team { name contact } } } } } }`,
  );
  const nodes = data.movements.edges.map(({ node }: { node: object }) => node);
  const known = nodes.find(
    (node: { originCode: string; originRecord: { team: object | null } | null }) =>
      node.originCode === LAMBETH.organisation && node.originRecord?.team,
  );
  id = known.id;
  secrets = [known.childPseudonym, known.category, known.originRecord.team.name, known.originRecord.team.contact];
});
afterAll(() => testHub?.end());

/** Asks the gateway, and tells which subgraphs it asked. */
async function ask(token: string | null, query: string, operationName?: string) {
  const headers = { ...WHY, ...(token !== null && bearer(token)) };
  const reply = await send(testHub.hub.apiUrl, JSON.stringify({ query, operationName, variables: { id } }), headers);
  return { ...reply, asked: await subgraphsAsked(testHub, reply.requestId) };
}

/** Every root field is null, for the one reason; and nothing that is true of the child is told. */
function expectNothing({ status, data, codes, text }: Reply): void {
  expect([status, new Set(codes)]).toEqual([200, new Set(['UNAUTHORIZED_FIELD_OR_TYPE'])]);
  expect(new Set(Object.values(data))).toEqual(new Set([null]));
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** Ways to the data of one child. All of each is refused to whoever may not see movements. */
const roads: [string, string][] = [
  ['by its name', 'query ($id: ID!) { movement(id: $id) { childPseudonym category } }'],
  ['behind an alias', 'query ($id: ID!) { londonScp: movement(id: $id) { name: childPseudonym, id: category } }'],
  ["behind the alias of the hub's own marker", 'query ($id: ID!) { hub_refused_0: movement(id: $id) { category } }'],
  ['behind two aliases', 'query ($id: ID!) { a: movement(id: $id) { id } b: movement(id: $id) { category } }'],
  [
    'behind fragments',
    `query ($id: ID!) { ...Q } fragment Q on Query { movement(id: $id) { ...M } }
     fragment M on ChildMovement { category ...N } fragment N on ChildMovement { childPseudonym }`,
  ],
  [
    'behind inline fragments',
    'query ($id: ID!) { ... { ... on Query { movement(id: $id) { ... on ChildMovement { ... { category } } } } } }',
  ],
  [
    'by a variable that includes it',
    'query ($id: ID!, $y: Boolean = true) { movement(id: $id) @include(if: $y) { category } }',
  ],
  [
    'by a variable that does not skip its fragment',
    `query ($id: ID!, $n: Boolean = false) { ...Q @skip(if: $n) } fragment Q on Query { movement(id: $id) { category } }`,
  ],
  ['by __typename alone', 'query ($id: ID!) { movement(id: $id) { __typename } }'],
  ['by the __typename of a page', '{ movements(first: 1) { edges { __typename node { __typename } } } }'],
  ['by the page alone', '{ movements(first: 1) { pageInfo { hasNextPage endCursor } } }'],
  ['in a list', '{ movements(first: 100) { edges { node { childPseudonym category } } } }'],
  [
    'by an interface',
    'query ($id: ID!) { movement(id: $id) { originRecord { __typename ... on ChildRecord { id } } } }',
  ],
];

describe.each([
  ['nobody', null],
  ['an analyst', 'analyst'],
] as const)('a child, to %s', (_, role) => {
  let token: string | null;
  let requestIdentity: RequestIdentity | null;
  beforeAll(async () => {
    token = role && (await testHub.hub.token(role));
    requestIdentity = role && requestIdentityOf(role, { purpose });
  });

  it.each(roads)('is refused %s, and no subgraph is asked', async (_road, query) => {
    const reply = await ask(token, query);
    expectNothing(reply);
    expect(reply.asked).toEqual([]);
  });

  it('is refused in the second of two operations, be the first public', async () => {
    const two = 'query First { londonScp { __typename } } query Second($id: ID!) { movement(id: $id) { category } }';
    const reply = await ask(token, two, 'Second');
    expectNothing(reply);
    expect(reply.asked).toEqual([]);
  });

  it.each(roads)('is refused %s at the subgraph too', async (_road, query) => {
    expectNothing(await askDirectly(testHub, 'london-scp', requestIdentity, query, { id }));
  });

  it('is refused beside what is public, which is answered', async () => {
    const query = 'query ($id: ID!) { londonScp { __typename } movement(id: $id) { category } }';
    const viaGateway = await ask(token, query);
    expect(viaGateway.asked).not.toEqual([]);
    for (const reply of [viaGateway, await askDirectly(testHub, 'london-scp', requestIdentity, query, { id })]) {
      const { londonScp, ...rest } = reply.data;
      expect(londonScp).toEqual({ __typename: 'LondonScp' });
      expectNothing({ ...reply, data: rest });
    }
  });

  it.each([
    ['the union of all entities', '__typename ... on LambethChildRecord { status team { contact } }'],
    ['an interface behind that union', '... on ChildRecord { childPseudonym team { contact } }'],
    ['the union alone', '__typename'],
  ])("is refused in a partnership's own record, by %s", async (_road, selection) => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
    const of = [{ __typename: 'LambethChildRecord', id: `lambeth/${id}/origin` }];
    const reply = await askDirectly(testHub, 'lambeth', requestIdentity, query, { of });
    expect(reply.data).toEqual({ _entities: [null] });
    expectNothing({ ...reply, data: { _entities: null } });
  });
});

it('the same roads lead to the child for who may see it', async () => {
  const duty = await testHub.hub.token('duty-team', LAMBETH);
  for (const [, query] of roads) {
    const { data, codes, asked } = await ask(duty, query);
    expect(codes).toEqual([]);
    expect(Object.values(data)).not.toContain(null);
    expect(asked).toContain('london-scp');
  }
});

describe('a field beyond what its parent asks for', () => {
  it("is refused by an interface and by its type: the partnership is not asked for a child's record", async () => {
    // It may see movements, and no records.
    const system = await testHub.hub.token('partnership-system', { partnership: 'lambeth' });
    for (const type of ['ChildRecord', 'LambethChildRecord']) {
      const { data, codes, asked, text } = await ask(
        system,
        `query ($id: ID!) { movement(id: $id) { id record: originRecord { ... on ${type} { id status team { contact } } } } }`,
      );
      expect([data, codes]).toEqual([{ movement: { id, record: null } }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
      expect(asked).toEqual(['london-scp']);
      expect(text).not.toContain(secrets[3]);
    }
  });

  it.each([
    ['HoldsChildRecords', 'childRecordAccesses(first: 1) { edges { node { person } } }'],
    ['LambethPartnership', 'childRecordAccesses(first: 1) { edges { __typename } }'],
    ['KeepsBudget', 'contributions(financialYear: "2025-26") { __typename }'],
    ['LambethPartnership', 'contributions(financialYear: "2025-26") { id }'],
  ])('is refused to nobody behind %s { %s', async (type, selection) => {
    const query = `{ partnerships { id ... on ${type} { secret: ${selection} } } }`;
    const { data, codes, asked } = await ask(null, query);
    expect(data.partnerships.map(({ id }: { id: string }) => id)).toContain('lambeth');
    const told = data.partnerships.map(({ secret }: { secret?: unknown }) => secret ?? null);
    expect(new Set(told)).toEqual(new Set([null]));
    expect([new Set(codes), asked]).toEqual([new Set(['UNAUTHORIZED_FIELD_OR_TYPE']), ['london-scp']]);

    const direct = await askDirectly(
      testHub,
      'lambeth',
      null,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { secret: ${selection} } } }`,
      { of: [{ __typename: 'LambethPartnership', id: 'lambeth' }] },
    );
    expect([direct.data, direct.codes]).toEqual([{ _entities: [{ secret: null }] }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  });

  it('is refused at the subgraph to a caller whose token has fewer scopes than the role', async () => {
    const scopes = scopesOf('duty-team', 'lambeth').filter((scope) => scope !== 'child-records:read');
    const fewer = requestIdentityOf('duty-team', { ...LAMBETH, scopes, purpose });
    const query = 'query ($id: ID!) { movement(id: $id) { id originRecord { id } } }';
    const { data, codes } = await askDirectly(testHub, 'london-scp', fewer, query, { id });
    expect([data, codes]).toEqual([{ movement: { id, originRecord: null } }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  });
});

it('no client reaches entities through the gateway', async () => {
  const duty = await testHub.hub.token('duty-team', LAMBETH);
  const of = `[{ __typename: "LambethChildRecord", id: "lambeth/${id}/origin" }]`;
  const { status, data, codes, asked } = await ask(duty, `{ _entities(representations: ${of}) { __typename } }`);
  expect([status, data, codes, asked]).toEqual([400, undefined, ['GRAPHQL_VALIDATION_FAILED'], []]);
});

describe('a small question that means much', () => {
  /** Each level asks two ways for every body of every partnership, and from there for the next level. */
  const levels = Array.from({ length: 5 }, (_, level) => {
    const way = (alias: string) => `${alias}: bodies { localAuthority { partnership { ...F${level + 1} } } }`;
    return `fragment F${level} on LocalPartnership { ${way('a')} ${way('b')} }`;
  });
  const last = 'fragment F5 on LocalPartnership { id }';
  const aliases = Array.from({ length: 10 }, (_, index) => `p${index}: partnerships { ...F3 }`).join(' ');

  it.each([
    ['by fragments in fragments', `{ partnerships { ...F0 } } ${levels.join(' ')} ${last}`],
    ['by many aliases', `{ ${aliases} } ${levels.slice(3).join(' ')} ${last}`],
    ['in circles', `{ localAuthorities { ${'neighbours { '.repeat(7)} name ${'}'.repeat(7)} } }`],
  ])('%s is refused before anybody is asked', async (_, query) => {
    const { status, codes, data, asked } = await ask(null, query);
    expect([status, data, asked]).toEqual([400, undefined, []]);
    expect(codes).toEqual([expect.stringMatching(/^OPERATION_(TOO_LARGE|CIRCULAR)$/)]);
  });
});
