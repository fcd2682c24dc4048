import { openFeed, type FeedClient } from '../../gateway/testing/feed-client';
import { openRaw, SLOW_BODY, wholePost, type RawConnection } from '../support/attacks/raw-connection';
import { startTestHub, type TestHub } from '../support/test-hub';
import { untilEqual } from '../support/until-equal';

/** The gateway asks the partnerships for it; a partnership by itself knows no other. */
const question = (where: string) =>
  JSON.stringify({ query: where === 'the gateway' ? '{ partnerships { name bodies { name } } }' : '{ __typename }' });
const ATTACKERS = [2, 3, 4, 5, 6].map((last) => `127.0.0.${last}`);
const VICTIM = '127.0.0.9';
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Duty desk of the day.' };
/** What a server keeps of one address, and in all. */
const [OF_ONE_ADDRESS, IN_ALL] = [256, 2048];

let testHub: TestHub;
let origins: Record<string, string>;

beforeAll(async () => {
  testHub = await startTestHub({ env: { RATE_LIMIT_PER_MINUTE: '10000' } });
  origins = {
    'the gateway': new URL(testHub.hub.apiUrl).origin,
    'a partnership’s own port': new URL(testHub.hub.subgraphs.get('lambeth')!.url).origin,
    'the London SCP’s own port': new URL(testHub.hub.subgraphs.get('london-scp')!.url).origin,
  };
});
afterAll(() => testHub?.end());

/** Opens connections from the attackers in turn, a few hundred at a time. */
async function attack(origin: string, count: number, first: string): Promise<RawConnection[]> {
  const all: RawConnection[] = [];
  while (all.length < count) {
    const some = Array.from({ length: Math.min(250, count - all.length) }, (_, index) =>
      openRaw(origin, ATTACKERS[index % ATTACKERS.length], first),
    );
    all.push(...(await Promise.all(some)));
  }
  return all;
}

const openOf = (all: RawConnection[]) => all.filter((one) => one.isOpen()).length;
const letGo = (all: RawConnection[]) => all.forEach(({ socket }) => socket.destroy());

/** The victim's question, on a new connection. */
async function asked(where: string): Promise<string> {
  const victim = await openRaw(origins[where]!, VICTIM, wholePost(question(where), 'connection: close\r\n'));
  return victim.over();
}

describe.each(['the gateway', 'a partnership’s own port', 'the London SCP’s own port'])('at %s', (where) => {
  it.each([
    ['300 slow bodies', 300, SLOW_BODY],
    ['5,000 slow bodies', 5000, SLOW_BODY],
    ['1,500 connections that say nothing', 1500, ''],
    ['1,500 slow headers', 1500, 'POST /graphql HTTP/1.1\r\nhost: x\r\nx'],
  ])('%s of five addresses leave room for another', async (_, count, first) => {
    const origin = origins[where]!;
    const all = await attack(origin, count, first);
    expect(await asked(where)).toMatch(/^HTTP\/1\.1 200 OK/);
    const most = Math.min(IN_ALL, ATTACKERS.length * OF_ONE_ADDRESS);
    await untilEqual(async () => openOf(all) <= most, true);
    letGo(all);
  });
});

it('a slow body, a slow header and silence are answered 408 and cut off, at every port', async () => {
  const all = Object.values(origins).flatMap((origin) =>
    [SLOW_BODY, 'GET /health/live HTTP/1.1\r\n', ''].map((first) => openRaw(origin, ATTACKERS[0], first)),
  );
  const texts = await Promise.all(all.map(async (one) => (await one).over()));
  for (const text of texts) expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TIMEOUT"/);
});

describe('feeds', () => {
  const feeds: FeedClient[] = [];
  const open = async (
    role: 'duty-team' | 'partnership-system',
    who: { person?: string; partnership: string; organisation: string },
  ) => {
    const token = await testHub.hub.token(role, who);
    const feed = await openFeed(new URL(testHub.hub.apiUrl).origin, { authorization: `Bearer ${token}`, ...WHY });
    feeds.push(feed);
    return feed.status;
  };
  afterAll(() => feeds.forEach((feed) => feed.leave()));

  it('of a hundred persons of one borough leave room for another borough, and for every partnership’s system', async () => {
    const statuses: number[] = [];
    for (let person = 0; person < 100; person++) {
      const who = { person: `p:${person}`, partnership: 'lambeth', organisation: 'E09000022' };
      statuses.push(await open('duty-team', who), await open('duty-team', who));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(new Set(statuses.slice(50))).toEqual(new Set([429]));
    expect(await open('duty-team', { person: 'p:r', partnership: 'redbridge', organisation: 'E09000026' })).toBe(200);
    for (const partnership of ['havering', 'redbridge', 'lambeth', 'tri-borough']) {
      expect(await open('partnership-system', { partnership, organisation: partnership })).toBe(200);
    }
  });
});

it('the hub answers as before when all is over', async () => {
  const { data, errors } = await testHub.ask('{ partnerships { name bodies { name } } }');
  expect(errors).toBeUndefined();
  expect(data.partnerships).toHaveLength(4);
});

it('says in the log how many were too many, in a line a minute and at the end', async () => {
  await testHub.hub.restart('gateway');
  const lines = testHub.logOf('gateway').filter(({ msg }) => msg === 'Too many connections were opened.');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThan(10);
  expect(lines[0]).toMatchObject({ gaveWay: expect.any(Number), refused: expect.any(Number) });
});
