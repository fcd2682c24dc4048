import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AuditLog } from '@hub/audit';
import { pino } from 'pino';
import { request } from 'undici';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { openFeed, type FeedClient } from '../../testing/feed-client';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity, type ToyToken } from '../../testing/toy-identity';

const log = pino({ level: 'silent' });
const toys = [guardedLondon(), guardedLambeth()];
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Duty desk of the day.' };
const [LAMBETH, REDBRIDGE, WESTMINSTER, KENSINGTON] = ['E09000022', 'E09000026', 'E09000033', 'E09000020'];
const OPEN = { event: 'open', data: {} };
const MISSED = { event: 'missed', data: {} };
const END = { event: 'end', data: {} };

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let records: AuditLog;
let gateway: RunningGateway;
let persons = 0;

const start = (env: Record<string, string> = {}) =>
  startGateway(toyConfig(toys, { ...identity.env, DATABASE_URL: database.url, ...env }), log);

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  records = new AuditLog(database.run, 'test');
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await start();
});
beforeEach(() => until('the gateway listens', async () => (await listening()) === 1));

afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

/** The process of PostgreSQL that serves the listener, once it listens. */
const LISTENER = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hub_feed'
  AND query IN ('LISTEN hub_feed', 'SELECT 1') AND state = 'idle'`;
const listening = async () => (await database.run(LISTENER)).length;

/** The headers of somebody whom no other test knows. */
const as = async (token: ToyToken): Promise<Record<string, string>> => ({
  ...(await identity.as({ person: `p:${++persons}`, partnership: 'lambeth', ...token })),
  ...WHY,
});
const duty = (organisation = LAMBETH, token: ToyToken = {}) => as({ role: 'duty-team', organisation, ...token });
const system = (partnership: string) => as({ role: 'partnership-system', organisation: partnership, partnership });

async function opened(headers: Record<string, string>, url = gateway.url): Promise<FeedClient> {
  const feed = await openFeed(url, headers);
  expect(feed.status).toBe(200);
  expect(await feed.next()).toEqual(OPEN);
  return feed;
}

/** As the London SCP sends it. */
const notify = (payload: unknown) =>
  database.run(`SELECT pg_notify('hub_feed', $1)`, [typeof payload === 'string' ? payload : JSON.stringify(payload)]);
const moved = (movement: string, authorities: string[], partnerships: string[]) =>
  notify({ topic: 'movement', movement, authorities, partnerships });

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); await sleep(25)) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
  }
}

const entryOf = async ({ headers }: Pick<FeedClient, 'headers'>) => {
  const found = await records.search({ requestId: headers['x-request-id'] as string }, { first: 10 });
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('who is party to a movement', () => {
  it('hears of it at once by its id alone, and of no other', async () => {
    const feeds = {
      origin: await opened(await duty(LAMBETH)),
      destination: await opened(await as({ role: 'conference-chair', organisation: WESTMINSTER })),
      system: await opened(await system('lambeth')),
      samePartnership: await opened(await duty(KENSINGTON)),
      third: await opened(await duty(REDBRIDGE)),
      thirdSystem: await opened(await system('redbridge')),
    };
    await moved('movement:1', [LAMBETH, WESTMINSTER], ['lambeth', 'tri-borough']);
    // What is heard next shows that the first was not.
    await moved('movement:2', [KENSINGTON, REDBRIDGE], ['tri-borough', 'redbridge']);
    const first = { event: 'movement', data: { movement: 'movement:1' } };
    const second = { event: 'movement', data: { movement: 'movement:2' } };
    const heard = Object.entries(feeds).map(async ([name, feed]) => [name, await feed.next()]);
    expect(Object.fromEntries(await Promise.all(heard))).toEqual({
      ...{ origin: first, destination: first, system: first },
      ...{ samePartnership: second, third: second, thirdSystem: second },
    });
    for (const feed of Object.values(feeds)) feed.leave();
  });

  it('hears that a step of its own was refused, and the other side does not', async () => {
    const [own, other] = [await opened(await duty(LAMBETH)), await opened(await duty(REDBRIDGE))];
    const step = { movement: 'movement:1', authorities: [LAMBETH], partnerships: ['lambeth'] };
    await notify({ topic: 'refused', ...step });
    await moved('movement:2', [LAMBETH, REDBRIDGE], []);
    expect(await own.next()).toEqual({ event: 'refused', data: { movement: 'movement:1' } });
    expect(await other.next()).toEqual({ event: 'movement', data: { movement: 'movement:2' } });
    for (const feed of [own, other]) feed.leave();
  });

  it('is not disturbed by a notification that is none', async () => {
    const feed = await opened(await duty());
    for (const payload of ['', 'nonsense', '[]', '{"topic":"other"}', '{"topic":"movement","movement":7}']) {
      await notify(payload);
    }
    await moved('movement:3', [LAMBETH], []);
    expect(await feed.next()).toEqual({ event: 'movement', data: { movement: 'movement:3' } });
    feed.leave();
  });

  it('gets server-sent events that nothing on the way keeps or holds back', async () => {
    const feed = await opened(await duty());
    expect(feed.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    feed.leave();
  });
});

describe('the record of access', () => {
  it('tells of a feed when it is opened', async () => {
    const feed = await opened(await duty(LAMBETH, { person: 'p:recorded' }));
    expect(await entryOf(feed)).toMatchObject({
      ...{ kind: 'ACCESS', recorder: 'gateway', person: 'p:recorded', role: 'duty-team', organisation: LAMBETH },
      ...{ purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'Duty desk of the day.', alert: null, operation: 'feed' },
      ...{ fields: ['Feed.movement'], refused: [], children: [], outcome: 'ANSWERED' },
      coverage: { asked: [], answered: [] },
    });
    feed.leave();
  });

  it.each([
    ['nobody', async () => WHY, 401, 'UNAUTHENTICATED'],
    [
      'a role that sees no movement',
      () => as({ role: 'analyst', partnership: null }),
      403,
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ],
    [
      'a token without the scope',
      () => duty(LAMBETH, { scopes: ['procedures:read'] }),
      403,
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ],
    ['no purpose', async () => omit(await duty(), 'x-purpose'), 400, 'PURPOSE_REQUIRED'],
    ['an unknown purpose', async () => ({ ...(await duty()), 'x-purpose': 'CURIOSITY' }), 400, 'PURPOSE_UNKNOWN'],
    ['a purpose of others', async () => ({ ...(await duty()), 'x-purpose': 'AUDIT' }), 403, 'PURPOSE_NOT_ALLOWED'],
    ['a broken glass', async () => ({ ...(await duty()), 'x-purpose': 'BREAK_GLASS' }), 403, 'PURPOSE_NOT_ALLOWED'],
    ['no reason', async () => omit(await duty(), 'x-reason'), 400, 'REASON_REQUIRED'],
  ])('tells of one refused, too: %s', async (_, headers, status, code) => {
    const refused = await openFeed(gateway.url, await headers());
    expect(refused.status).toBe(status);
    expect(refused.errors).toEqual([
      { message: expect.any(String), extensions: { code, requestId: refused.headers['x-request-id'] } },
    ]);
    const refusal = { outcome: 'REFUSED', operation: 'feed', fields: [], refused: ['Feed.movement'], children: [] };
    expect(await entryOf(refused)).toMatchObject(refusal);
    expect(await database.run(`SELECT 1 FROM audit.access_record WHERE kind <> 'ACCESS'`)).toEqual([]);
  });

  it('must be written, or there is no feed', async () => {
    await database.allowWriting(false);
    const headers = await duty();
    const statuses = [];
    // More often than feeds are given: none of these counts as one.
    for (let attempt = 0; attempt < 6; attempt++) {
      const { status, errors } = await openFeed(gateway.url, headers);
      statuses.push([status, errors[0]?.extensions['code']]);
    }
    const refused = await openFeed(gateway.url, WHY);
    await database.allowWriting(true);
    expect(statuses).toEqual(Array(6).fill([503, 'AUDIT_UNAVAILABLE']));
    // Whoever has no token is shown nothing, and only counted meanwhile.
    expect(refused.status).toBe(401);
    (await opened(headers)).leave();
  });

  it('is missing altogether at a gateway without a database, and so is the feed', async () => {
    const { DATABASE_URL: _, ...config } = toyConfig(toys, identity.env);
    const without = await startGateway(config, log);
    const { status, errors } = await openFeed(without.url, await duty());
    await without.stop();
    expect([status, errors[0]?.extensions['code']]).toEqual([503, 'AUDIT_UNAVAILABLE']);
  });
});

const omit = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

describe('a feed', () => {
  it('is refused to a bad token as a whole', async () => {
    const { status, headers, errors } = await openFeed(gateway.url, await duty(LAMBETH, { ttlSeconds: -31 }));
    expect([status, headers['www-authenticate'], errors[0]?.message]).toEqual([
      ...[401, 'Bearer error="invalid_token"', 'The token has expired. Get a new one.'],
    ]);
  });

  it('ends with its token', async () => {
    const begun = Date.now();
    const feed = await opened(await duty(LAMBETH, { ttlSeconds: 2 }));
    expect(await feed.rest()).toEqual([END]);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });

  it('is one of five at most of a caller, until one is closed', async () => {
    const headers = await duty();
    const feeds = await Promise.all([1, 2, 3, 4, 5].map(() => opened(headers)));
    const { status, errors } = await openFeed(gateway.url, headers);
    expect(status).toBe(429);
    expect(errors[0]).toMatchObject({
      message: 'You have 5 feeds open. Close one before you open another.',
      extensions: { code: 'TOO_MANY_FEEDS' },
    });
    const other = await opened(await duty());
    feeds[0]!.leave();
    await until('a place is free', async () => {
      const again = await openFeed(gateway.url, headers);
      again.leave();
      return again.status === 200;
    });
    for (const feed of [...feeds, other]) feed.leave();
  });

  it('says that something may have been missed when the connection to the database was lost, and goes on', async () => {
    const feed = await opened(await duty());
    await database.run(`SELECT pg_terminate_backend(pid) FROM (${LISTENER}) AS listener`);
    expect(await feed.next()).toEqual(MISSED);
    await moved('movement:4', [LAMBETH], []);
    expect(await feed.next()).toEqual({ event: 'movement', data: { movement: 'movement:4' } });
    feed.leave();
  });

  it('outlasts a database that is away for longer', async () => {
    const feed = await opened(await duty());
    await database.open(false);
    await sleep(1500);
    await moved('movement:5', [LAMBETH], []);
    await database.open(true);
    expect(await feed.next()).toEqual(MISSED);
    await moved('movement:6', [LAMBETH], []);
    expect(await feed.next()).toEqual({ event: 'movement', data: { movement: 'movement:6' } });
    feed.leave();
  });

  it('is cut off where the client does not read, and only there', async () => {
    const reading = await opened(await duty());
    const heard = reading.rest();
    const { hostname, port } = new URL(gateway.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const lines = Object.entries(await duty()).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET /feed HTTP/1.1\r\nhost: ${hostname}\r\n${lines.join('')}\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    const isOver = new Promise<void>((resolve) => socket.on('error', () => undefined).once('close', () => resolve()));
    // In all more than the kernel keeps for a connection; at once less than a feed keeps for a client that reads.
    for (let batch = 0; batch < 750; batch++) {
      await database.run(
        `SELECT pg_notify('hub_feed', json_build_object('topic', 'movement', 'movement', n || repeat('x', 7000),
           'authorities', ARRAY['${LAMBETH}'], 'partnerships', '{}'::text[])::text) FROM generate_series(1, 4) AS n`,
      );
    }
    await moved('movement:last', [LAMBETH], []);
    socket.resume();
    await isOver;
    await gateway.stop();
    gateway = await start();
    expect((await heard).slice(-2)).toEqual([{ event: 'movement', data: { movement: 'movement:last' } }, END]);
  });

  it('is ended when the gateway closes, which waits for none', async () => {
    const feeds = await Promise.all([opened(await duty()), opened(await system('redbridge'))]);
    const begun = Date.now();
    await gateway.stop();
    const ms = Date.now() - begun;
    const left = await listening();
    gateway = await start();
    expect(ms).toBeLessThan(3000);
    for (const feed of feeds) expect(await feed.rest()).toEqual([END]);
    expect(left).toBe(0);
  });

  it('is opened by GET alone', async () => {
    const { statusCode, body } = await request(`${gateway.url}/feed`, { method: 'HEAD', headers: await duty() });
    await body.dump();
    expect(statusCode).toBe(404);
  });
});

it('counts feeds with all other requests of a caller, and serves pages of allowed origins', async () => {
  const origin = 'https://duty.example';
  const limited = await start({ RATE_LIMIT_PER_MINUTE: '3', CORS_ORIGINS: origin });
  const headers = { ...(await duty()), origin };
  const feed = await opened(headers, limited.url);
  await ask(limited.url, '{ notices { id } }', { headers });
  const last = await opened(headers, limited.url);
  const refused = await openFeed(limited.url, headers);
  expect(feed.headers['access-control-allow-origin']).toBe(origin);
  expect([refused.status, refused.errors[0]?.extensions['code']]).toEqual([429, 'RATE_LIMITED']);
  feed.leave();
  last.leave();
  await limited.stop();
});
