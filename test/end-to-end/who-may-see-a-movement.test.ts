import type { RequestIdentity, Purpose, Role } from '@hub/access';
import { demonstrationMovements } from '@hub/partnership';
import type { Client } from 'pg';
import { askDirectly } from '../support/attacks/gateway-token';
import { superuserIn } from '../support/attacks/superuser';
import { post, startTestHub, type Answer, type TestHub } from '../support/test-hub';
import { requestIdentityOf } from '../support/request-identities';

/** From Redbridge to Lambeth, which disputes it. Redbridge has closed its record, so that the two disagree. */
const ID = 'movement:012SD2XWADDE9VQAG5FNA4RAFT';
const MOVEMENT = demonstrationMovements().find(({ id }) => id === ID)!;
const ALERT = 'alert:of-a-test';

const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };

interface Who {
  role: Role;
  partnership?: string;
  organisation: string;
  purpose?: Purpose;
}

const [moving, auditing, glass] = ['CROSS_BOUNDARY_MOVEMENT', 'AUDIT', 'BREAK_GLASS'] as const;
const OFFICE = { organisation: 'london-scp' };
const PEOPLE = {
  'duty team of the origin': { role: 'duty-team', ...REDBRIDGE, purpose: moving },
  'duty team of the destination': { role: 'duty-team', ...LAMBETH, purpose: moving },
  'system of the destination': { role: 'partnership-system', ...LAMBETH, purpose: moving },
  'duty team of a third borough': { role: 'duty-team', ...HAVERING, purpose: moving },
  'system of a third borough': { role: 'partnership-system', ...HAVERING, purpose: moving },
  'a third borough that broke the glass': { role: 'duty-team', ...HAVERING, purpose: glass },
  analyst: { role: 'analyst', ...OFFICE },
  'London co-ordinator': { role: 'london-coordinator', ...OFFICE },
  'privacy officer': { role: 'privacy-officer', ...OFFICE, purpose: auditing },
  auditor: { role: 'auditor', ...OFFICE, purpose: auditing },
} as const satisfies Record<string, Who>;
type Person = keyof typeof PEOPLE;

/** Without its id: that is London's reference, and says nothing of the record. */
const RECORD = '{ status team { name } }';
const MOVEMENT_FIELD = (field: string) => `{ movement(id: "${ID}") { ${field} } }`;
const RECONCILIATION = (field: string) => `{ londonScp { movementReconciliation { ${field} } } }`;
const PERIOD = 'first: 100, from: "2024-04-01", to: "2026-06-30"';
const QUESTIONS = {
  movement: MOVEMENT_FIELD('id category state'),
  timeline: MOVEMENT_FIELD('timeline { move person }'),
  clocks: MOVEMENT_FIELD('clocks { code state }'),
  lastAccesses: MOVEMENT_FIELD('lastAccesses(first: 1) { person }'),
  originRecord: MOVEMENT_FIELD(`originRecord ${RECORD}`),
  destinationRecord: MOVEMENT_FIELD(`destinationRecord ${RECORD}`),
  list: '{ movements(first: 100) { edges { node { id } } } }',
  rows: RECONCILIATION('rows(first: 100) { edges { node { movementId kind } } }'),
  counts: RECONCILIATION('counts { kinds { kind count } }'),
  flows: `{ londonScp { movementFlows(${PERIOD}) { edges { node { value } } } } }`,
  timeliness: `{ londonScp { movementTimeliness(${PERIOD}) { edges { node { value } } } } }`,
  inbox: '{ movementInbox(first: 100) { message { movement } } }',
  undelivered: '{ undeliveredMessages(first: 100) { edges { node { message { movement } } } } }',
} as const;
type Question = keyof typeof QUESTIONS;

/** Of these the answer may be of other movements: whoever sees this one sees its id. */
const BY_ID: readonly Question[] = ['list', 'rows', 'inbox', 'undelivered'];

/** These are of all movements, and of no single one. */
const NUMBERS: readonly Question[] = ['counts', 'flows', 'timeliness'];

/** What is asked of it, in the order of the rule. */
const COLUMNS = Object.keys(QUESTIONS) as Question[];

/**
 * The rule. A row: what somebody sees of the movement. `sees`: it. `numbers`: those in which it counts. `nothing`: the answer
 * that there would be without it. `refused`: an error that names the scope.
 */
// prettier-ignore
const RULE: Readonly<Record<Person, string>> = {
  //                                       movement timeline clocks lastAcc. origin destin. list    rows    counts  flows   timely  inbox   undelivered
  'duty team of the origin':              'sees     sees     sees   sees     sees   sees    sees    sees    refused refused refused refused nothing',
  'duty team of the destination':         'sees     sees     sees   sees     sees   sees    sees    sees    refused refused refused refused sees',
  'system of the destination':            'sees     sees     sees   sees     refused refused sees   sees    refused refused refused sees    sees',
  'duty team of a third borough':         'nothing  nothing  nothing nothing nothing nothing nothing nothing refused refused refused refused nothing',
  'system of a third borough':            'nothing  nothing  nothing nothing refused refused nothing nothing refused refused refused nothing nothing',
  'a third borough that broke the glass': 'sees     sees     sees   sees     sees   sees    nothing nothing refused refused refused refused nothing',
  analyst:                                'refused  refused  refused refused refused refused refused refused numbers numbers numbers refused refused',
  'London co-ordinator':                  'refused  refused  refused refused refused refused refused refused numbers numbers numbers refused refused',
  'privacy officer':                      'refused  refused  refused refused refused refused refused refused refused refused refused refused refused',
  auditor:                                'refused  refused  refused refused refused refused refused refused refused refused refused refused refused',
};

const EVERYBODY = Object.keys(PEOPLE) as Person[];

/** What a row of the rule says, by question. */
function ruleOf(person: Person): Record<string, string> {
  const cells = RULE[person].split(/ +/);
  return Object.fromEntries(COLUMNS.map((question, index) => [question, cells[index]!]));
}

let testHub: TestHub;
let london: Client;
let lambeth: Client;
let redbridge: Client;

async function start(MOVEMENT_ACCESS_DAYS_AFTER_CLOSING: string) {
  const env = { ...process.env, MOVEMENT_ACCESS_DAYS_AFTER_CLOSING };
  // What waits for a partnership's system is taken here by the test alone.
  testHub = await startTestHub({ env, relay: false });
  [london, lambeth, redbridge] = [
    await superuserIn(testHub, 'london-scp'),
    await superuserIn(testHub, 'lambeth'),
    await superuserIn(testHub, 'redbridge'),
  ];
  await redbridge.query(
    `UPDATE child_record SET status = 'CLOSED', opened_on = '2026-04-01', closed_on = '2026-04-02' WHERE movement_id = $1`,
    [ID],
  );
  const event = { ...MOVEMENT.events[0]!, id: 'message:of-a-test', authority: LAMBETH.organisation };
  await london.query(
    `INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome)
     VALUES ('message:of-a-test', $1, 'lambeth', $2, now(), 'HELD')`,
    [ID, JSON.stringify({ event, after: 'message:that-never-came' })],
  );
}

async function end() {
  for (const client of [london, lambeth, redbridge]) await client?.end();
  await testHub?.end();
}

/** A delivery as if it had come just now: a partnership's system takes what waits. */
async function deliver() {
  await london.query(
    `INSERT INTO movement_delivery (recipient, movement_id, message_id, body, created_at)
     VALUES ('lambeth', $1, $2, $3, now())`,
    [ID, MOVEMENT.events[0]!.id, JSON.stringify({ message: { event: MOVEMENT.events[0], after: null } })],
  );
}

/** What an answer shows. */
function shownIn({ data, errors = [] }: Pick<Answer, 'data' | 'errors'>, question: Question): string {
  const codes = new Set(errors.map(({ extensions }) => extensions?.['code']));
  if (codes.size > 0)
    return codes.has('UNAUTHORIZED_FIELD_OR_TYPE') && codes.size === 1 ? 'refused' : [...codes].join();
  const text = JSON.stringify(data);
  if (NUMBERS.includes(question)) return text.includes(ID) ? 'sees' : isNumbers(data) ? 'numbers' : 'nothing';
  if (BY_ID.includes(question)) return text.includes(ID) ? 'sees' : 'nothing';
  return isAnything(data) ? 'sees' : 'nothing';
}

/** Whether there is an answer, be it that all of them are small and kept back. */
function isNumbers({ londonScp }: Answer['data']): boolean {
  const { movementReconciliation, movementFlows, movementTimeliness } = londonScp;
  return Boolean(movementReconciliation?.counts ?? movementFlows ?? movementTimeliness);
}

/** Whether there is a value anywhere. */
function isAnything(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  return Object.values(value).some(isAnything);
}

async function throughTheGateway(person: Person, question: Question): Promise<string> {
  const { role, ...who } = PEOPLE[person];
  if (question === 'inbox') await deliver();
  return shownIn(
    await testHub.as(role, { person: person.replaceAll(' ', '-'), ...who })(QUESTIONS[question]),
    question,
  );
}

/** Under a gateway token that says no more of them than that they are who they are. */
function requestIdentityFor(person: Person): RequestIdentity {
  const { role, ...who }: Who = PEOPLE[person];
  const alert = who.purpose === glass ? { alert: ALERT } : {};
  return { ...requestIdentityOf(role, { ...who, ...alert }), isHub: false };
}

async function pastTheGateway(person: Person, subgraph: string, query: string, question: Question): Promise<string> {
  if (question === 'inbox') await deliver();
  const { text } = await askDirectly(testHub, subgraph, requestIdentityFor(person), query);
  return shownIn(JSON.parse(text) as Answer, question);
}

const recordQuery = (partnership: string, side: string) => {
  const type = `${partnership[0]!.toUpperCase()}${partnership.slice(1)}ChildRecord`;
  return `{ _entities(representations: [{ __typename: "${type}", id: "${partnership}/${ID}/${side}" }]) {
    ... on ${type} { status team { name } } } }`;
};

describe('where access ends with the movement (MOVEMENT_ACCESS_DAYS_AFTER_CLOSING=0)', () => {
  beforeAll(() => start('0'));
  afterAll(() => end());

  describe('while a movement lasts', () => {
    it.each(EVERYBODY)('%s sees through the gateway what the rule says', async (person) => {
      const seen: Record<string, string> = {};
      for (const question of COLUMNS) seen[question] = await throughTheGateway(person, question);
      expect(seen).toEqual(ruleOf(person));
    });

    it.each(EVERYBODY)('%s sees no more past the gateway, at the London SCP itself', async (person) => {
      // Each partnership answers for its own record, and what both say comes together at the gateway.
      const there = COLUMNS.filter((one) => !['originRecord', 'destinationRecord', 'rows', 'counts'].includes(one));
      const seen: Record<string, string> = {};
      for (const question of there) {
        seen[question] = await pastTheGateway(person, 'london-scp', QUESTIONS[question], question);
      }
      const rule = ruleOf(person);
      expect(seen).toEqual(Object.fromEntries(there.map((question) => [question, rule[question]])));
    });

    it.each(EVERYBODY)('%s sees no more past the gateway, at either partnership', async (person) => {
      const rule = ruleOf(person);
      const origin = await pastTheGateway(person, 'redbridge', recordQuery('redbridge', 'origin'), 'originRecord');
      const destination = await pastTheGateway(
        person,
        'lambeth',
        recordQuery('lambeth', 'destination'),
        'destinationRecord',
      );
      expect([origin, destination]).toEqual([rule['originRecord'], rule['destinationRecord']]);
    });

    it('a borough that broke the glass sees every movement by its id, under an alert, and its lists grow by none', async () => {
      const { rows } = await london.query<{ body: string }>('SELECT body FROM audit.access_record');
      const raised = rows
        .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
        .filter(({ kind }) => kind === 'ALERT_RAISED');
      expect(raised).toMatchObject([{ person: 'a-third-borough-that-broke-the-glass', organisation: 'E09000016' }]);
    });
  });

  describe('before there is a notice', () => {
    const ARRIVAL = 'movement:arrival-of-a-test';

    it('a child who arrived is known to the destination alone: the origin sees neither record nor movement', async () => {
      await lambeth.query(
        `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
         opened_on, arrival_id, arrived_on, is_synthetic)
       VALUES ($1, 'DESTINATION', $3, 'p1:1:arrived', $2, $3, 'OPEN', '2026-01-01', 'arrival', '2026-01-01', false)`,
        [ARRIVAL, REDBRIDGE.organisation, LAMBETH.organisation],
      );
      const query = recordQuery('lambeth', 'destination').replace(ID, ARRIVAL);
      const seenBy = (person: Person) => pastTheGateway(person, 'lambeth', query, 'destinationRecord');
      expect(await seenBy('duty team of the destination')).toBe('sees');
      expect(await seenBy('duty team of the origin')).toBe('nothing');
      expect(await seenBy('duty team of a third borough')).toBe('nothing');
      const { data } = await testHub.as('duty-team', { ...REDBRIDGE, purpose: moving })(
        `{ movement(id: "${ARRIVAL}") { id } }`,
      );
      expect(data).toEqual({ movement: null });
    });
  });

  describe('when a token has expired', () => {
    /** Of a duty team of a party, with so many seconds left; clocks may differ by 30. */
    const headersFor = async (ttlSeconds: number, at?: string) => ({
      authorization: `Bearer ${await testHub.hub.token('duty-team', { ...LAMBETH, ttlSeconds, ...(at && { at }) })}`,
      ...{ 'x-purpose': moving, 'x-reason': 'A family has moved.' },
    });

    it('it opens nothing at the gateway and nothing at home', async () => {
      const query = QUESTIONS.movement;
      expect((await post(testHub.hub.apiUrl, { query }, await headersFor(60))).data.movement.id).toBe(ID);
      const home = testHub.hub.subgraphs.get('lambeth')!.ownUrl!;
      const own = { query: `{ childRecord(id: "lambeth/${ID}/destination") { status } }` };
      expect((await post(home, own, await headersFor(60, 'lambeth'))).data.childRecord).toMatchObject({
        status: expect.any(String),
      });
      for (const answer of [
        await post(testHub.hub.apiUrl, { query }, await headersFor(-31)),
        await post(home, own, await headersFor(-31, 'lambeth')),
      ]) {
        expect(answer.data ?? null).toBeNull();
        expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      }
    });

    it('the feed that was opened with it ends', async () => {
      const opened = Date.now();
      const response = await fetch(new URL('/feed', testHub.hub.apiUrl), { headers: await headersFor(3) });
      expect(response.status).toBe(200);
      const told = await response.text();
      expect(told).toMatch(/^event: open$/m);
      expect(told).toMatch(/^event: end$/m);
      expect(Date.now() - opened).toBeGreaterThan(1500);
      expect(Date.now() - opened).toBeLessThan(40_000);
    });
  });

  describe('after it has ended', () => seenAfterEnd({ open: [], closed: ['1 minute', '31 days'] }));
});

describe('where access lasts 30 days longer (MOVEMENT_ACCESS_DAYS_AFTER_CLOSING=30)', () => {
  beforeAll(() => start('30'));
  afterAll(() => end());

  describe('after it has ended', () => seenAfterEnd({ open: ['1 minute', '29 days'], closed: ['31 days'] }));
});

/** How long ago it ended, with and without the other side's record being open still. */
function seenAfterEnd({ open, closed }: { open: string[]; closed: string[] }): void {
  const ended = async (ago: string) => {
    const sql = 'SET ended_at = now() - $1::interval WHERE movement_id = $2';
    for (const side of [lambeth, redbridge]) await side.query(`UPDATE child_record ${sql}`, [ago, ID]);
    await london.query(`UPDATE child_movement SET state = 'CLOSED', closed_at = now() - $1::interval WHERE id = $2`, [
      ago,
      ID,
    ]);
  };
  const seenBy = async (person: Person) => {
    const rule = ['originRecord', 'destinationRecord'] as const;
    const through = await Promise.all(rule.map((question) => throughTheGateway(person, question)));
    const past = [
      await pastTheGateway(person, 'redbridge', recordQuery('redbridge', 'origin'), 'originRecord'),
      await pastTheGateway(person, 'lambeth', recordQuery('lambeth', 'destination'), 'destinationRecord'),
    ];
    expect(past).toEqual(through);
    return through;
  };

  it.each([...open.map((ago) => [ago, 'sees']), ...closed.map((ago) => [ago, 'nothing'])] as [string, string][])(
    "%s ago: a side sees its own record, and of the other's it %s",
    async (ago, others) => {
      await ended(ago);
      expect(await seenBy('duty team of the origin')).toEqual(['sees', others]);
      expect(await seenBy('duty team of the destination')).toEqual([others, 'sees']);
      expect(await seenBy('duty team of a third borough')).toEqual(['nothing', 'nothing']);
      expect(await seenBy('system of the destination')).toEqual(['refused', 'refused']);
    },
  );

  it('the movement itself stays with its parties, and is no more to others than before', async () => {
    await ended('31 days');
    for (const person of ['duty team of the origin', 'duty team of the destination'] as const) {
      expect(await throughTheGateway(person, 'timeline')).toBe('sees');
    }
    expect(await throughTheGateway('duty team of a third borough', 'timeline')).toBe('nothing');
  });
}
