import { pino } from 'pino';
import { createTestDatabase, runSql, type TestDatabase } from '../../../test/support/test-database';
import { untilEqual } from '../../../test/support/until-equal';
import { ask } from '../../testing/ask';
import { askRegistry, issueKey } from '../../testing/registry-client';
import { toyConfig } from '../../testing/toy-config';
import {
  answered,
  BAD,
  CONTRACT,
  london,
  partnership,
  PARTNERSHIPS,
  QUESTION,
  standing,
  whole,
} from '../../testing/toy-partnerships';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

let toys: ToySubgraph[];
let database: TestDatabase;
let gateways: RunningGateway[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  toys = await Promise.all([london(), ...PARTNERSHIPS.map(partnership)].map((toy) => toy.start()));
});
afterEach(async () => {
  await Promise.all(gateways.map((one) => one.stop()));
  gateways = [];
  await Promise.all(toys.map((toy) => toy.kill()));
  await database.drop();
});

const toyOf = (name: string) => toys.find((toy) => toy.name === name)!;

/** @param without - a partnership that the gateway is not configured with. */
async function start(env: Record<string, string> = {}, without?: string): Promise<RunningGateway> {
  const gateway = await startGateway(
    toyConfig(
      toys.filter(({ name }) => name !== without),
      {
        CONTRACT,
        START_TIMEOUT_MS: '5000',
        RATE_LIMIT_PER_MINUTE: '1000000',
        REGISTRY_DATABASE_URL: database.url,
        ...env,
      },
    ),
    pino({ level: 'silent' }),
  );
  gateways.push(gateway);
  return gateway;
}

const keyOf = (name: string | null) => issueKey(database.url, name);
const numberAt = async ({ url }: RunningGateway, key: string) =>
  (await askRegistry(url, key, 'supergraph')).body.number;
const hashAt = async ({ url }: RunningGateway) =>
  ((await (await fetch(`${url}/health/ready`)).json()) as { supergraph: string }).supergraph;
const hashOf = async (number: number) =>
  (await runSql(database.url, `SELECT hash FROM supergraph WHERE number = ${number}`))[0]!['hash'];

/** The toy contract takes no field more of a type that all have; an own type may have what it likes. */
const withOwn = (name: string) =>
  `${toyOf('newham').sdl.replace(/(type NewhamPartnership [^{]*\{)/, `$1 own${name}: NewhamOwn @tag(name: "public")`)}
   type NewhamOwn { ${name}: Int @tag(name: "public") }`;
const knows = async (gateway: RunningGateway, name: string) =>
  (await ask(gateway.url, `{ __type(name: "NewhamOwn") { fields { name } } }`)).data?.__type?.fields?.[0]?.name ===
  name;
const publication = (sdl: string, extra: object = {}) => ({
  subgraph: 'newham',
  sdl,
  reason: 'A type of our own.',
  ...extra,
});

it('what is published is served without a restart, and no request fails meanwhile', async () => {
  const [running, other] = [await start(), await start()];
  const key = await keyOf('newham');
  const wrong: unknown[] = [];
  let isOver = false;
  let count = 0;
  const askedOn = [running, other].map(async ({ url }) => {
    for (let n = 0; !isOver; n++) {
      for (const question of [QUESTION, `query Q${n} ${QUESTION}`]) {
        const { status, body } = await answered(url, question);
        count += 1;
        if (status !== 200 || JSON.stringify(body.data) !== JSON.stringify(whole(PARTNERSHIPS)))
          wrong.push([status, body]);
      }
    }
  });
  const { status, body } = await askRegistry(running.url, key, 'publications', publication(withOwn('first')));
  expect({
    status,
    findings: body.findings.filter(({ severity }: { severity: string }) => severity === 'ERROR'),
  }).toEqual({
    status: 200,
    findings: [],
  });
  expect(body).toMatchObject({ subgraph: 'newham', result: 'SERVED', number: 5 });
  for (const gateway of [running, other]) await untilEqual(() => knows(gateway, 'first'), true);
  isOver = true;
  await Promise.all(askedOn);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(2);
});

it('two who publish at once make one history, and every gateway serves the newest, also one that was away', async () => {
  const running = await start();
  const [newham, lambeth] = [await keyOf('newham'), await keyOf('lambeth')];
  const away = await start();
  await away.stop();
  gateways.pop();
  const ofLambeth = toyOf('lambeth').sdl.replace('bodies:', '"""Its bodies."""\nbodies:');
  const answers = await Promise.all([
    askRegistry(running.url, newham, 'publications', publication(withOwn('first'))),
    askRegistry(running.url, lambeth, 'publications', { subgraph: 'lambeth', sdl: ofLambeth, reason: 'Said more.' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const third = await askRegistry(running.url, newham, 'publications', publication(withOwn('second')));
  expect(third.status).toBe(200);
  const back = await start();
  const newest = await numberAt(running, newham);
  expect(newest).toBe(4);
  for (const gateway of [running, back]) await untilEqual(() => hashAt(gateway), await hashOf(newest));
  const { body } = await askRegistry(running.url, await keyOf(null), 'publications');
  expect(body.publications.map(({ number }: { number: number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

it('a gateway whose database was away serves on, and comes to what is newest by itself', async () => {
  const running = await start();
  const key = await keyOf('newham');
  const name = new URL(database.url).pathname.slice(1);
  const admin = process.env['TEST_DATABASE_URL']!;
  await runSql(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await runSql(admin, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  const failed = await askRegistry(running.url, key, 'publications', publication(withOwn('first')));
  expect(failed).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'REGISTRY_UNAVAILABLE' } }] } });
  expect((await answered(running.url, QUESTION)).body.data).toEqual(whole(PARTNERSHIPS));
  await runSql(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  const other = await start();
  const done = await askRegistry(other.url, key, 'publications', publication(withOwn('first')));
  expect(done).toMatchObject({ status: 200, body: { number: 5 } });
  await untilEqual(() => knows(running, 'first'), true);
});

it('a bad schema is refused with its code and what to do, and what is served is not touched', async () => {
  const running = await start();
  const key = await keyOf('newham');
  const before = await hashAt(running);
  for (const [what, bad] of BAD) {
    const { status, body } = await askRegistry(running.url, key, 'publications', publication(bad(toyOf('newham').sdl)));
    expect({ what, status, result: body.result }).toEqual({ what, status: 422, result: 'REFUSED' });
    expect(body.findings[0]).toMatchObject({
      code: expect.stringMatching(/^[A-Z_]+$/),
      remedy: expect.stringMatching(/./),
    });
    expect(body.findings[0].severity).toBe('ERROR');
  }
  expect(await hashAt(running)).toBe(before);
  expect(await numberAt(running, key)).toBe(1);
});

it('a supergraph that a gateway cannot load is rolled back by itself, and said so', async () => {
  const running = await start();
  const key = await keyOf('newham');
  const before = await hashAt(running);
  await askRegistry(running.url, key, 'publications', publication(withOwn('first')));
  await untilEqual(() => knows(running, 'first'), true);
  // As another version of the registry might have made it.
  await runSql(
    database.url,
    `INSERT INTO publication (number, subgraph, sdl, sdl_hash, reason, result, findings)
       SELECT 6, subgraph, sdl, sdl_hash, reason, result, findings FROM publication WHERE number = 5;
     INSERT INTO supergraph (number, hash, sdl, subgraphs)
       SELECT 3, 'none', 'type Query {', replace(subgraphs::text, '"publication": 5', '"publication": 6')::jsonb
       FROM supergraph WHERE number = 2;
     NOTIFY hub_registry, '3'`,
  );
  await untilEqual(() => numberAt(running, key), 4);
  await untilEqual(() => hashAt(running), await hashOf(2));
  expect(await hashAt(running)).not.toBe(before);
  const { body } = await askRegistry(running.url, key, 'publications?first=1');
  expect(body.publications[0]).toMatchObject({
    ...{ subgraph: 'newham', result: 'ROLLED_BACK', restores: 5, key: null },
    reason: expect.stringContaining('could not load supergraph 3'),
  });
  await untilEqual(async () => (await standing(running))['newham'], 'LAST_GOOD');
});

it('a partnership that the gateway is not configured with joins by what it publishes, at its own address', async () => {
  const host = new URL(toyOf('newham').url).host;
  const running = await start({ REGISTRY_ROUTING_HOSTS: host }, 'newham');
  expect(await standing(running)).toMatchObject({ newham: 'NONE', lambeth: 'PUBLISHED' });
  const key = await keyOf('newham');
  const { sdl, url } = toyOf('newham');
  for (const wrong of [null, 'http://127.0.0.1:1/graphql', 'http://169.254.169.254/latest/meta-data']) {
    const refused = await askRegistry(running.url, key, 'publications', publication(sdl, { url: wrong }));
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'ROUTING_URL_REFUSED' } }] } });
  }
  expect(await askRegistry(running.url, key, 'publications', publication(sdl, { url }))).toMatchObject({ status: 200 });
  await untilEqual(async () => (await answered(running.url, QUESTION)).body.data, whole(PARTNERSHIPS));
  expect(await standing(running)).toMatchObject({ newham: 'PUBLISHED' });
});

it('what a process of the hub mends is served without a restart, and without a key', async () => {
  const good = toyOf('newham').sdl;
  toyOf('newham').sdl = BAD[0]![1](good);
  const running = await start();
  expect(await standing(running)).toMatchObject({ newham: 'NONE' });
  toyOf('newham').sdl = good;
  await untilEqual(async () => (await standing(running))['newham'], 'PUBLISHED');
  expect((await answered(running.url, QUESTION)).body.data).toEqual(whole(PARTNERSHIPS));
});

describe('who may ask', () => {
  let running: RunningGateway;
  beforeEach(async () => {
    running = await start();
  });

  it('nobody without a key, and nobody with one that was revoked', async () => {
    const key = await keyOf('newham');
    await runSql(database.url, 'UPDATE registry_key SET revoked_at = now()');
    for (const bad of ['', 'hub_1_x', key]) {
      expect(await askRegistry(running.url, bad, 'me')).toMatchObject({
        ...{ status: 401, body: { errors: [{ extensions: { code: 'REGISTRY_KEY_REFUSED' } }] } },
      });
    }
  });

  it('a partnership sees its own history alone, and the operator all', async () => {
    const [lambeth, operator] = [await keyOf('lambeth'), await keyOf(null)];
    expect((await askRegistry(running.url, lambeth, 'me')).body).toMatchObject({
      kind: 'PARTNERSHIP',
      subgraph: 'lambeth',
    });
    const { body } = await askRegistry(running.url, lambeth, 'publications');
    expect(body.publications.map(({ subgraph }: { subgraph: string }) => subgraph)).toEqual(['lambeth']);
    const number = body.publications[0].number;
    const others = await askRegistry(running.url, await keyOf('newham'), `publications/${number}`);
    expect(others.status).toBe(403);
    expect((await askRegistry(running.url, operator, `publications/${number}`)).body.sdl).toBe(toyOf('lambeth').sdl);
    expect((await askRegistry(running.url, lambeth, 'publications?subgraph=newham')).status).toBe(403);
  });

  it.each([
    [{}, 'subgraph'],
    [{ subgraph: 'newham', sdl: '', reason: 'x' }, 'sdl'],
    [{ subgraph: 'newham', sdl: 'x', reason: ' ' }, 'reason'],
    [{ subgraph: 'newham', sdl: 'x', reason: 'x\u001b[2J' }, 'reason'],
    [{ subgraph: 'newham', sdl: 'x', reason: 'x', ifVersion: -1 }, 'ifVersion'],
    [{ subgraph: 'newham', sdl: 'x', reason: 'x', owner: 'me' }, 'body'],
  ])('%j is refused, and the field named', async (body, field) => {
    const refused = await askRegistry(running.url, await keyOf('newham'), 'publications', body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'PUBLICATION_INVALID' } }] } });
    expect(refused.body.errors[0].message).toMatch(new RegExp(`^${field} is missing or wrong`));
  });

  it('a schema beyond 1 MiB is refused as a schema, and a body beyond 2 MiB as a request', async () => {
    const key = await keyOf('newham');
    const large = (bytes: number) => publication(`${toyOf('newham').sdl}\n# ${'x'.repeat(bytes)}`);
    const refused = await askRegistry(running.url, key, 'publications', large(1.2 * 2 ** 20));
    expect(refused).toMatchObject({ status: 422, body: { findings: [{ code: 'SDL_TOO_LARGE' }] } });
    expect((await askRegistry(running.url, key, 'publications', large(2.1 * 2 ** 20))).status).toBe(413);
  });
});
