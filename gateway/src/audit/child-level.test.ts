import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Role } from '@hub/access';
import { AuditLog, verifyChain, type AccessRecord } from '@hub/audit';
import { pino } from 'pino';
import { request } from 'undici';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask, type ClientResponse } from '../../testing/ask';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';

const log = pino({ level: 'silent' });
const [london, lambeth] = [guardedLondon(), guardedLambeth()];
const toys = [london, lambeth];
const QUERY = 'query Mine { movements { id title } }';
const FIELDS = ['Movement.id', 'Movement.title', 'Query.movements'];
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Placed with an aunt in Havering.' };

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let records: AuditLog;
let gateway: RunningGateway;

const start = (env: Record<string, string> = {}) => {
  return startGateway(toyConfig(toys, { ...identity.env, DATABASE_URL: database.url, ...env }), log);
};

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  records = new AuditLog(database.run, 'test');
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await start();
});

beforeEach(() => {
  for (const toy of toys) {
    toy.received.length = 0;
    toy.reply = undefined;
    toy.extensions = undefined;
  }
});

afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

const duty = (person = 'p:1') => identity.as({ person, role: 'duty-team', partnership: 'lambeth' });
const asRole = (role: Role) => identity.as({ role });

/** Asks, and finds what was recorded of it. */
async function asked(
  query: string,
  headers: Record<string, string>,
): Promise<ClientResponse & { entry?: AccessRecord }> {
  const answer = await ask(gateway.url, query, { headers });
  const requestId = answer.headers['x-request-id'] as string;
  const [entry, ...others] = await records.search({ requestId }, { first: 10 });
  expect(others).toEqual([]);
  return entry ? { ...answer, entry } : answer;
}

const nothingWasFetched = () => expect(toys.flatMap(({ received }) => received)).toEqual([]);

describe('an operation that reaches single children', () => {
  it('is not compressed where it holds the data of single children, and else is', async () => {
    const many = (field: string) =>
      `{ ${Array.from({ length: 60 }, (_, at) => `${'a'.repeat(300)}${at}: ${field}`).join(' ')} }`;
    const encodingOf = async (query: string) => {
      const headers = { ...(await duty()), ...WHY, 'content-type': 'application/json', 'accept-encoding': 'gzip' };
      const response = await request(`${gateway.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      const encoding = response.headers['content-encoding'];
      const { errors } = JSON.parse(String(encoding === 'gzip' ? gunzipSync(bytes) : bytes)) as { errors?: unknown[] };
      return [response.statusCode, encoding, errors];
    };
    expect(await encodingOf(many('notices { id }'))).toEqual([200, 'gzip', undefined]);
    expect(await encodingOf(many('movements { id }'))).toEqual([200, undefined, undefined]);
  });

  it('is answered for a purpose and a reason, and recorded with the children but no values', async () => {
    london.extensions = { children: ['p1:1:bbb', 'p1:1:aaa', 'p1:1:aaa', 7], other: 'x' };
    const { data, text, entry } = await asked(QUERY, { ...(await duty()), ...WHY });
    expect(data.movements).toEqual([{ id: 'm1', title: 'To Lambeth' }]);
    expect(text).not.toMatch(/extensions|p1:1/);
    expect(entry).toEqual({
      kind: 'ACCESS',
      seq: expect.any(Number),
      recordedAt: expect.any(String),
      recorder: 'gateway',
      requestId: expect.any(String),
      person: 'p:1',
      role: 'duty-team',
      organisation: 'E09000022',
      partnership: 'lambeth',
      purpose: 'CROSS_BOUNDARY_MOVEMENT',
      reason: 'Placed with an aunt in Havering.',
      alert: null,
      operation: 'Mine',
      operationHash: createHash('sha256').update(QUERY).digest('base64url'),
      fields: FIELDS,
      refused: [],
      children: ['p1:1:aaa', 'p1:1:bbb'],
      unseen: [],
      asked: [],
      count: 1,
      outcome: 'ANSWERED',
      coverage: { asked: ['london-scp'], answered: ['london-scp'] },
    });
    const { caller, declared } = await identity.requestIdentity(london);
    expect([caller?.person, declared]).toEqual([
      'p:1',
      { purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'Placed with an aunt in Havering.' },
    ]);
  });

  it.each([
    ['without a purpose', {}, 400, 'PURPOSE_REQUIRED', null],
    ['for a purpose that is none', { ...WHY, 'x-purpose': 'CURIOSITY' }, 400, 'PURPOSE_UNKNOWN', null],
    [
      'for a purpose of another role',
      { ...WHY, 'x-purpose': 'PRACTICE_REVIEW' },
      403,
      'PURPOSE_NOT_ALLOWED',
      'PRACTICE_REVIEW',
    ],
    ['without a reason', { 'x-purpose': 'SERIOUS_INCIDENT' }, 400, 'REASON_REQUIRED', 'SERIOUS_INCIDENT'],
    ['for a reason that says nothing', { ...WHY, 'x-reason': '.' }, 400, 'REASON_REQUIRED', 'CROSS_BOUNDARY_MOVEMENT'],
    ['for a reason of spaces', { ...WHY, 'x-reason': '   ' }, 400, 'REASON_REQUIRED', 'CROSS_BOUNDARY_MOVEMENT'],
    [
      'for a reason too long',
      { ...WHY, 'x-reason': 'x'.repeat(501) },
      400,
      'REASON_REQUIRED',
      'CROSS_BOUNDARY_MOVEMENT',
    ],
  ])('is refused whole before anything is fetched, and recorded: %s', async (_, why, status, code, purpose) => {
    const query = '{ notices { title } movements { id title } }';
    const { entry, ...answer } = await asked(query, { ...(await duty()), ...why });
    expect(answer.status).toBe(status);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toEqual([{ message: expect.any(String), extensions: { code } }]);
    nothingWasFetched();
    expect(entry).toMatchObject({ outcome: 'REFUSED', fields: [], refused: FIELDS, children: [], purpose });
  });

  it.each([
    ['an analyst', () => asRole('analyst'), 'analyst'],
    ['nobody', async () => ({}), null],
  ])(
    'gives %s the rest of the answer, without being asked for a purpose, and records the attempt',
    async (_, headers, role) => {
      const { data, errors, entry } = await asked('{ notices { title } movements { id title } }', await headers());
      expect(data).toEqual({ notices: [{ title: 'A new edition' }], movements: null });
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
      expect(entry).toMatchObject({
        role,
        outcome: 'REFUSED',
        fields: [],
        refused: ['Query.movements'],
        purpose: null,
      });
    },
  );

  it('is recorded as failed when its subgraph fails, and as partial when another does', async () => {
    london.reply = { status: 500, body: '' };
    const failed = await asked(QUERY, { ...(await duty()), ...WHY });
    expect(failed.data?.movements ?? null).toBeNull();
    london.reply = undefined;
    lambeth.reply = { status: 500, body: '' };
    const partial = await asked('{ movements { id } partnership { priorities } }', { ...(await duty()), ...WHY });
    expect(partial.data.movements).toHaveLength(1);
    expect(failed.entry).toMatchObject({ outcome: 'FAILED', coverage: { asked: ['london-scp'], answered: [] } });
    expect(partial.entry).toMatchObject({
      outcome: 'PARTIAL',
      coverage: { asked: ['lambeth', 'london-scp'], answered: ['london-scp'] },
    });
  });

  it('is recorded with the children of whom a subgraph showed nothing, and whoever asks is told nothing of them', async () => {
    london.extensions = { children: ['p1:1:aaa'], unseen: ['p1:1:zzz', 'p1:1:aaa', 7] };
    const { entry, text } = await asked(QUERY, { ...(await duty()), ...WHY });
    expect(entry).toMatchObject({ children: ['p1:1:aaa', 'p1:1:zzz'], unseen: ['p1:1:zzz'], outcome: 'ANSWERED' });
    expect(text).not.toMatch(/unseen|p1:1/);
    expect(await records.search({ child: 'p1:1:zzz' }, { first: 5 })).toMatchObject([{ requestId: entry!.requestId }]);
  });

  it('leaves a whole chain', async () => {
    expect(await verifyChain(database.run)).toEqual([]);
  });
});

describe('an operation that reaches no child', () => {
  it('is not recorded, and its purpose, if it has one, stays at the gateway', async () => {
    const { data, entry } = await asked('{ notices { title } }', { ...(await duty()), ...WHY });
    expect(data.notices).toHaveLength(1);
    expect(entry).toBeUndefined();
    await expect(identity.requestIdentity(london)).resolves.toMatchObject({ declared: null });
  });
});

describe('breaking the glass', () => {
  const GLASS = { 'x-purpose': 'BREAK_GLASS', 'x-reason': 'A child is in danger tonight.' };
  const who = {
    role: 'duty-team' as const,
    organisation: 'E09000022',
    partnership: 'lambeth',
    requestId: 'request-1',
    reason: 'Earlier.',
  };

  it('raises one alert, under which the person’s operations run and are recorded', async () => {
    const headers = { ...(await duty('p:glass')), ...GLASS };
    const [first, second] = [await asked(QUERY, headers), await asked(QUERY, headers)];
    const open = (await records.alerts({ isOpen: true }, { first: 10 })).filter(({ person }) => person === 'p:glass');
    expect(open).toMatchObject([{ reason: GLASS['x-reason'], requestId: first.entry?.requestId, recorder: 'gateway' }]);
    const alert = open[0]?.alert;
    expect([first.entry?.alert, second.entry?.alert]).toEqual([alert, alert]);
    await expect(identity.requestIdentity(london, 1)).resolves.toMatchObject({
      alert,
      declared: { purpose: 'BREAK_GLASS' },
    });
  });

  it('lasts 60 minutes', async () => {
    await asked(QUERY, { ...(await duty('p:hour')), ...GLASS });
    const [glass] = (await records.alerts({}, { first: 10 })).filter(({ person }) => person === 'p:hour');
    const minutes = (Date.parse(glass!.until) - Date.parse(glass!.raisedAt)) / 60_000;
    expect(minutes).toBeCloseTo(60, 1);
  });

  it('lasts as long as BREAK_GLASS_MINUTES says', async () => {
    const other = await start({ BREAK_GLASS_MINUTES: '5' });
    const person = 'p:five-minutes';
    await ask(other.url, QUERY, { headers: { ...(await duty(person)), ...GLASS } });
    await other.stop();
    const alert = (await records.alerts({}, { first: 10 })).find((one) => one.person === person)!;
    expect((Date.parse(alert.until) - Date.parse(alert.raisedAt)) / 60_000).toBeCloseTo(5, 1);
  });

  it('is refused once the time is over, until the alert is closed', async () => {
    const person = 'p:late';
    const glass = await records.openGlass({ ...who, person }, 0);
    const alert = 'ended' in glass ? glass.ended : glass.alert;
    const headers = { ...(await duty(person)), ...GLASS };
    const over = await asked(QUERY, headers);
    expect([over.status, over.errors?.[0]?.extensions['code']]).toEqual([403, 'BREAK_GLASS_ENDED']);
    expect(over.errors?.[0]?.message).toContain(alert);
    nothingWasFetched();
    expect(over.entry).toMatchObject({ outcome: 'REFUSED', purpose: 'BREAK_GLASS', refused: FIELDS });

    const officer = { ...who, person: 'p:officer', role: 'privacy-officer' as const, partnership: null };
    await records.closeAlert({ ...officer, alert, finding: 'Justified.' });
    const again = await asked(QUERY, headers);
    expect(again.data.movements).toHaveLength(1);
    expect(again.entry?.alert).not.toBe(alert);
  });
});

describe('when the access cannot be recorded', () => {
  const refusal = (requestId: unknown) => [
    {
      message: `The access could not be recorded, so nothing is answered. Quote request ${String(requestId)}.`,
      extensions: { code: 'AUDIT_UNAVAILABLE' },
    },
  ];

  it('gives no value away, though it was fetched', async () => {
    await database.allowWriting(false);
    const { status, text, errors, data, headers } = await ask(gateway.url, QUERY, {
      headers: { ...(await duty()), ...WHY },
    });
    const attempt = await ask(gateway.url, QUERY);
    await database.allowWriting(true);
    expect([status, data, errors]).toEqual([503, null, refusal(headers['x-request-id'])]);
    expect(text).not.toMatch(/To Lambeth|m1/);
    // Whoever has no token is shown nothing, and only counted meanwhile.
    expect([attempt.data, attempt.errors?.[0]?.extensions['code']]).toEqual([
      { movements: null },
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });

  it('fetches nothing while the database is down, answers what is public, and is back without a restart', async () => {
    await database.open(false);
    const headers = { ...(await duty()), ...WHY };
    const [glass, movements] = [
      await ask(gateway.url, QUERY, { headers: { ...headers, 'x-purpose': 'BREAK_GLASS' } }),
      await ask(gateway.url, QUERY, { headers }),
    ];
    nothingWasFetched();
    const notices = await ask(gateway.url, '{ notices { title } }', { headers });
    await database.open(true);
    const back = await asked(QUERY, headers);
    expect([glass.data, movements.data]).toEqual([null, null]);
    expect([glass, movements].map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual([
      'AUDIT_UNAVAILABLE',
      'AUDIT_UNAVAILABLE',
    ]);
    expect(notices.errors).toBeUndefined();
    expect(back.entry?.outcome).toBe('ANSWERED');
  });

  it('refuses what reaches single children at a gateway without a database', async () => {
    const without = await start({ DATABASE_URL: '' });
    const movements = await ask(without.url, QUERY, { headers: { ...(await duty()), ...WHY } });
    nothingWasFetched();
    const notices = await ask(without.url, '{ notices { title } }');
    await without.stop();
    expect([movements.status, movements.data]).toEqual([503, null]);
    expect(notices.data.notices).toHaveLength(1);
  });
});

describe('the start', () => {
  it('refuses a role that could change the record', async () => {
    await expect(start({ DATABASE_URL: testDatabase.url })).rejects.toThrow(/can do more to the record of access/);
  });

  it('waits for a database that does not answer yet, as long as START_TIMEOUT_MS says', async () => {
    const url = new URL(database.url);
    // Nobody listens on this port, ever.
    url.port = '9';
    const before = Date.now();
    const starting = start({ DATABASE_URL: url.href, START_TIMEOUT_MS: '1000' });
    await expect(starting).rejects.toThrow(/^The database of the record of access cannot be used: .*ECONNREFUSED/);
    expect(Date.now() - before).toBeGreaterThan(700);
  });

  it('does not wait for a database that will not have it', async () => {
    const url = Object.assign(new URL(database.url), { password: 'wrong' });
    const before = Date.now();
    await expect(start({ DATABASE_URL: url.href })).rejects.toThrow(/password authentication failed/);
    expect(Date.now() - before).toBeLessThan(10_000);
  });
});
