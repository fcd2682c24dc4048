import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { untilEqual } from '../../../test/support/until-equal';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';

const QUESTION = '{ partnerships { name priorities } }';
const log = pino({ level: 'silent' });

let toys: ToySubgraph[];
let london: ToySubgraph;
let lambeth: ToySubgraph;
let havering: ToySubgraph;
let gateway: RunningGateway;

beforeEach(async () => {
  toys = [london, lambeth, havering] = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')] as [
    ToySubgraph,
    ToySubgraph,
    ToySubgraph,
  ];
  await Promise.all(toys.map((toy) => toy.start()));
});
afterEach(async () => {
  for (const toy of toys) toy.resume();
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
});

/** So long that no test could wait for it, unless told otherwise; and addresses may be made up. */
async function start(env: Record<string, string> = {}) {
  gateway = await startGateway(
    toyConfig(toys, {
      ...{ SUBGRAPH_TIMEOUT_MS: '600000', QUESTION_TIMEOUT_MS: '600000', RATE_LIMIT_PER_MINUTE: '100000' },
      ...{ TRUST_PROXY: '127.0.0.1', ...env },
    }),
    log,
  );
}

const from = (address: string, signal?: AbortSignal) =>
  ask(gateway.url, QUESTION, { headers: { 'x-forwarded-for': address }, signal });

/** Asks, and does not wait for the answer. */
function askAndLeave(address = '192.0.2.99'): () => void {
  const outgoing = httpRequest(`${gateway.url}/graphql`, {
    ...{ method: 'POST', agent: false },
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
  });
  outgoing.on('error', () => undefined);
  outgoing.end(JSON.stringify({ query: QUESTION }));
  return () => void outgoing.destroy();
}

describe('the deadline of a question', () => {
  it('ends it: what came is answered, and the rest is null with an error that says so', async () => {
    await start({ QUESTION_TIMEOUT_MS: '5000' });
    // So that what is to be planned and compiled is.
    await from('192.0.2.1');
    lambeth.hold();
    const { data, errors, status } = await from('192.0.2.1');
    expect(status).toBe(200);
    expect(data.partnerships).toEqual([
      { name: 'Lambeth Safeguarding Children Partnership', priorities: null },
      expect.objectContaining({ priorities: ['Havering neglect', 'Havering exploitation'] }),
    ]);
    expect(errors).toEqual([
      {
        message: 'The partnership lambeth had not answered when the time for the operation was over.',
        extensions: { code: 'DEADLINE_EXCEEDED', subgraph: 'lambeth', paths: ['partnerships.priorities'] },
      },
    ]);
    await untilEqual(async () => lambeth.cut, 1);
  });

  it('leaves each fetch what is left of it', async () => {
    await start({ QUESTION_TIMEOUT_MS: '60000' });
    london.delayMs = 300;
    await from('192.0.2.1');
    const [first, second] = [london, lambeth].map(({ received }) => received[0]!.deadlineMs);
    expect([first! <= 60_000, second! <= first! - 250]).toEqual([true, true]);
  });
});

describe('a question whose client has gone', () => {
  it('is cut off where it is under way, and nothing more is fetched for it', async () => {
    await start();
    london.hold();
    const leave = askAndLeave();
    await untilEqual(async () => london.received.length, 1);
    leave();
    await untilEqual(async () => london.cut, 1);
    london.resume();
    await from('192.0.2.1');
    expect([lambeth, havering].map(({ received }) => received.length)).toEqual([1, 1]);
  });
});

describe('what one caller has under way', () => {
  it('is a share: eight questions at once and a short queue, and then 429; others are answered', async () => {
    await start();
    london.hold();
    // A mixed crowd of one network of IPv6 is one caller.
    const greedy = Array.from({ length: 41 }, (_, index) => from(`2001:db8::${index + 1}`));
    const refused = await Promise.race(greedy);
    expect([refused.status, refused.headers['retry-after'], refused.errors]).toEqual([
      429,
      '1',
      [
        {
          message: 'As many of your requests are under way and waiting as may be. Ask again in 1 s.',
          extensions: { code: 'TOO_MANY_AT_ONCE', requestId: expect.any(String) },
        },
      ],
    ]);
    await untilEqual(async () => london.received.length, 4);
    const other = from('2001:db8:0:1::1');
    await untilEqual(async () => london.received.length, 5);
    london.resume();
    expect((await other).errors).toBeUndefined();
    const answers = await Promise.all(greedy);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(40).fill(200), 429]);
    expect(answers.flatMap(({ errors = [] }) => errors)).toHaveLength(1);
  });

  it('leaves its place with it: who has gone does not keep others out', async () => {
    await start();
    london.hold();
    const stay = Array.from({ length: 8 }, () => from('192.0.2.99'));
    await untilEqual(async () => london.received.length, 4);
    const leave = Array.from({ length: 32 }, () => askAndLeave());
    const oneMore = async () => {
      const go = new AbortController();
      const asked = from('192.0.2.99', go.signal).then(({ status }) => status);
      const found = await Promise.race([asked, pause(500, 'waits')]);
      asked.catch(() => undefined);
      go.abort();
      return found;
    };
    await untilEqual(oneMore, 429);
    for (const go of leave) go();
    await untilEqual(oneMore, 'waits');
    london.resume();
    expect((await Promise.all(stay)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe('what the gateway has under way', () => {
  it('is bounded, whoever asks: more is shed, with 503 and when to come again, and the rest is answered', async () => {
    await start();
    london.hold();
    const crowd = Array.from({ length: 193 }, (_, index) => from(`192.0.2.${(index % 25) + 1}`));
    const shed = await Promise.race(crowd);
    expect([shed.status, shed.headers['retry-after'], shed.errors?.[0]]).toEqual([
      503,
      '1',
      {
        message: 'The hub has as much to do as it takes on. Ask again in 1 s.',
        extensions: { code: 'HUB_BUSY', requestId: expect.any(String) },
      },
    ]);
    london.resume();
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array<number>(192).fill(200), 503]);
  });
});
