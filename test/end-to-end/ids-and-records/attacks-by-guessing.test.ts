import type { RequestIdentity } from '@hub/access';
import { askDirectly } from '../../support/attacks/gateway-token';
import { bearer, send, type Reply } from '../../support/attacks/send';
import { watchStatements } from '../../support/attacks/statements';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';
import { requestIdentityOf } from '../../support/request-identities';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'So that a test can look.' };
const purpose = 'CROSS_BOUNDARY_MOVEMENT';

let testHub: TestHub;
/** A movement out of Lambeth, and not to Havering; and an id of the same form that nobody was given. */
let forbidden: string;
const unknown = 'movement:01J00000000000000000000000';
let statementsOf: Awaited<ReturnType<typeof watchStatements>>;

beforeAll(async () => {
  testHub = await groupTestHub();
  const { data } = await testHub.as('duty-team', { ...LAMBETH, purpose })(
    '{ movements(first: 100) { edges { node { id originCode destinationCode } } } }',
  );
  forbidden = data.movements.edges
    .map(({ node }: { node: object }) => node)
    .find(
      ({ originCode, destinationCode }: { originCode: string; destinationCode: string }) =>
        originCode === LAMBETH.organisation && destinationCode !== HAVERING.organisation,
    ).id;
  expect(forbidden).toHaveLength(unknown.length);
  statementsOf = await watchStatements(testHub);
});
afterAll(() => testHub?.end());

/** A way to ask for one child by an id. */
type Guess = (id: string) => Promise<Reply>;

async function throughTheGateway(role: 'duty-team' | 'analyst'): Promise<Guess> {
  const token = await testHub.hub.token(role, role === 'duty-team' ? HAVERING : {});
  const query = 'query ($id: ID!) { movement(id: $id) { id childPseudonym originRecord { status } } }';
  return (id) => send(testHub.hub.apiUrl, JSON.stringify({ query, variables: { id } }), { ...WHY, ...bearer(token) });
}

/** Past the gateway, with a reference that nothing but the id is needed for. */
function byReference(requestIdentity: RequestIdentity): Guess {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
    __typename ... on LambethChildRecord { childPseudonym status } } }`;
  return (id) =>
    askDirectly(testHub, 'lambeth', requestIdentity, query, {
      of: [{ __typename: 'LambethChildRecord', id: `lambeth/${id}/origin` }],
    });
}

const ways: [string, () => Promise<Guess> | Guess][] = [
  ['by a duty team that is not a party, through the gateway', () => throughTheGateway('duty-team')],
  ['by an analyst, through the gateway', () => throughTheGateway('analyst')],
  [
    'by a duty team that is not a party, by reference',
    () => byReference(requestIdentityOf('duty-team', { ...HAVERING, purpose })),
  ],
  ['by an analyst, by reference', () => byReference(requestIdentityOf('analyst', { purpose }))],
];

describe.each(ways)('a child asked for by its id %s', (_, way) => {
  let guess: Guess;
  beforeAll(async () => {
    guess = await way();
    // Connections are opened before anything is counted or timed.
    for (const id of [forbidden, unknown, forbidden, unknown]) await guess(id);
  });

  it('is answered, byte for byte, as one that is not there', async () => {
    const [known, none] = [await guess(forbidden), await guess(unknown)];
    expect(shownOf(known)).toEqual(shownOf(none));
    expect(Object.values(known.data).flat()).toEqual([null]);
  });

  it('costs the same statements', async () => {
    const known = await statementsOf(() => guess(forbidden));
    expect(known).toEqual(await statementsOf(() => guess(unknown)));
    // One was written at least: that it was asked.
    expect(known.filter((statement) => statement.includes('INSERT INTO audit.access_record'))).not.toEqual([]);
  });

  it('takes about as long', async () => {
    const times: Record<string, number[]> = { [forbidden]: [], [unknown]: [] };
    for (let round = 0; round < 25; round++) {
      for (const id of round % 2 ? [forbidden, unknown] : [unknown, forbidden]) {
        const start = performance.now();
        await guess(id);
        times[id]!.push(performance.now() - start);
      }
    }
    const [known, none] = [median(times[forbidden]!), median(times[unknown]!)];
    // Coarse, for a machine that is busy: what is held to the statement is held above.
    expect(Math.abs(known - none)).toBeLessThan(10 + Math.min(known, none));
  });
});

it('the id that was guessed at is there, for who is party to it', async () => {
  const guess = byReference(requestIdentityOf('duty-team', { ...LAMBETH, purpose }));
  expect((await guess(forbidden)).data).toMatchObject({ _entities: [{ status: expect.any(String) }] });
});

it("what is refused by scope is looked up nowhere: the hub's own record is all that is written", async () => {
  const statements = await statementsOf(async () => (await throughTheGateway('analyst'))(forbidden));
  expect(new Set(statements.map((statement) => statement.split(':')[0]))).toEqual(new Set(['gateway']));
});

describe.each([
  ['nobody', null],
  ['a duty team', 'duty-team'],
] as const)('the schema, to %s, who may not read it', (_, role) => {
  let ask: (query: string) => Promise<Reply>;
  let requestIdentity: RequestIdentity | null;
  beforeAll(async () => {
    const token = role && (await testHub.hub.token(role, LAMBETH));
    requestIdentity = role && { ...requestIdentityOf(role, LAMBETH), isHub: false };
    ask = (query) => send(testHub.hub.apiUrl, JSON.stringify({ query }), token === null ? {} : bearer(token));
  });

  it('has the part that is open to them alone', async () => {
    const { data } = await ask(`{
      __schema { types { name } queryType { fields { name } } mutationType { fields { name } } }
      movement: __type(name: "ChildMovement") { name fields { name } }
      scp: __type(name: "LondonScp") { name }
      london: __type(name: "Query") { fields { name } }
      lambeth: __type(name: "LambethPartnership") { fields { name } } }`);
    const names = (fields: { name: string }[]) => fields.map(({ name }) => name);
    expect(data.scp).toEqual({ name: 'LondonScp' });
    expect(names(data.london.fields)).toEqual(expect.arrayContaining(['londonScp', 'partnerships']));
    if (role === null) {
      expect(data.movement).toBeNull();
      expect(JSON.stringify(data)).not.toMatch(/"name":"(child|access|breakGlass|movement)/i);
      expect(data.__schema.mutationType).toBeNull();
    } else {
      expect(names(data.movement.fields)).toContain('state');
      expect(names(data.london.fields)).toContain('movements');
    }
    expect(names(data.lambeth.fields)).toContain('bodies');
    expect(names(data.lambeth.fields)).not.toContain('contributions');
  });

  it('is not asked for beside data, behind a fragment either', async () => {
    for (const query of [
      '{ __type(name: "ChildMovement") { name } londonScp { __typename } }',
      '{ londonScp { __typename } ...S } fragment S on Query { a: __schema { types { name } } }',
    ]) {
      const { data, codes } = await ask(query);
      expect([data, codes]).toEqual([undefined, ['BAD_REQUEST']]);
    }
  });

  it.each([
    ['a field', '{ movment(id: "x") { id } }'],
    ['a field of a type', '{ movement(id: "x") { categry } }'],
    ['a type', '{ londonScp { ... on ChildMovment { id } } }'],
    ['an argument', '{ movement(idd: "x") { id } }'],
    ['a field of an input', 'mutation { closeBreakGlassAlert(input: { alrt: "x" }) { closed } }'],
  ])('is not guessed with the help of a suggestion: %s', async (_what, query) => {
    const replies = [await ask(query), await askDirectly(testHub, 'london-scp', requestIdentity, query)];
    for (const { status, text, codes } of replies) {
      expect([status, new Set(codes)]).toEqual([400, new Set(['GRAPHQL_VALIDATION_FAILED'])]);
      expect(text).not.toMatch(/did you mean/i);
    }
    const helped = await testHub.as('analyst')(query);
    expect(JSON.stringify(helped.errors)).toMatch(/did you mean/i);
  });

  it('is not introspected at a subgraph', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ ... { a: __type(name: "ChildMovement") { name } } }']) {
      for (const subgraph of testHub.hub.subgraphs.keys()) {
        const { data, codes } = await askDirectly(testHub, subgraph, requestIdentity, query);
        expect([data, codes]).toEqual([undefined, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
      }
    }
  });
});

it('the whole schema is shown to who may read it', async () => {
  const { data } = await testHub.as('analyst')('{ __type(name: "ChildMovement") { fields { name } } }');
  expect(data.__type.fields).toContainEqual({ name: 'childPseudonym' });
});

/** What a client sees of an answer. What a subgraph tells the hub for its record is behind it, and no client sees it. */
function shownOf(reply: Reply): unknown {
  const shown = reply.text.replace(/,"extensions":\{"children":\[\],"unseen":\[[^\]]*\]\}/, '');
  return { status: reply.status, text: shown, headers: headersOf(reply) };
}

/** Headers, without those that no two answers share, and without the length of what is compared itself. */
function headersOf({ headers }: Reply): [string, string][] {
  return [...headers].filter(([name]) => !/^(x-request-id|date|content-length|x-ratelimit-.*)$/.test(name));
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
