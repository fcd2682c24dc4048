import { SubgraphClient, type SendOptions } from './subgraph-client';
import { Deadline } from '../operation/deadline';
import { forSomebody } from '../../testing/for-somebody';
import { ToySubgraph } from '../../testing/toy-subgraphs';
import { untilEqual } from '../../../test/support/until-equal';

const REQUEST_IDENTITY = { caller: null, declared: null, requestId: 'r1', alert: null, isHub: true };
const SDL = 'type Query { a: Int } type Mutation { b: Int }';

let one: ToySubgraph;
let other: ToySubgraph;
let client: SubgraphClient;

beforeEach(async () => {
  const toy = () => new ToySubgraph({ name: 'london-scp', sdl: SDL, query: { a: 1, b: 2 } });
  [one, other] = [await toy().start(), await toy().start()];
});
afterEach(async () => {
  await client.close();
  await Promise.all([one.kill(), other.kill()]);
});

/** A client that waits longer for an answer than any test does. */
const open = (toys: ToySubgraph[], options = {}) =>
  (client = new SubgraphClient({
    name: 'london-scp',
    urls: toys.map(({ url }) => url),
    timeoutMs: 600_000,
    ...options,
  }));
const ask = (options: Partial<SendOptions> = {}) =>
  client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody({ deadline: new Deadline(600_000), ...options }));
const change = () =>
  client.send({ query: 'mutation { b }' }, REQUEST_IDENTITY, {
    ...forSomebody({ isRepeatable: false }),
    deadline: new Deadline(600_000),
  });
const ANSWER = { data: { a: 1 } };
const asked = () => [one.received.length, other.received.length];

describe('a subgraph of two processes', () => {
  it('is asked where there is least to do, and by turns where there is as much', async () => {
    open([one, other]);
    for (let count = 0; count < 6; count += 1) await ask();
    expect(asked()).toEqual([3, 3]);
    one.hold();
    const held = ask();
    await untilEqual(async () => one.received.length, 4);
    for (let count = 0; count < 3; count += 1) await ask();
    expect(asked()).toEqual([4, 6]);
    one.resume();
    await held;
  });

  it('answers every question while one of them is killed, at any moment', async () => {
    open([one, other]);
    one.hold();
    other.hold();
    const held = [1, 2, 3, 4].map(() => ask());
    await untilEqual(async () => asked(), [2, 2]);
    other.resume();
    await one.kill();
    expect(await Promise.all(held)).toEqual([ANSWER, ANSWER, ANSWER, ANSWER]);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([ANSWER, ANSWER, ANSWER]);
  });

  it('answers every question while one of them hangs; that one is asked nothing more until it is back', async () => {
    open([one, other]);
    await ask();
    await ask();
    one.hang();
    expect(await Promise.all([1, 2, 3, 4].map(() => ask()))).toEqual([ANSWER, ANSWER, ANSWER, ANSWER]);
    const before = other.received.length;
    for (let count = 0; count < 10; count += 1) await ask();
    expect([one.received.length, other.received.length]).toEqual([1, before + 10]);
    one.resume();
    await untilEqual(async () => {
      await Promise.all([ask(), ask()]);
      return one.received.length > 3;
    }, true);
  });

  it('does a mutation once: it is not told to the other where it may have been begun', async () => {
    open([one, other]);
    one.hold();
    other.hold();
    const change1 = change();
    await untilEqual(async () => asked(), [1, 0]);
    await one.kill();
    await expect(change1).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    other.resume();
    // Nobody is there, so surely nothing was begun.
    await expect(change()).resolves.toHaveProperty('data');
    await expect(change()).resolves.toHaveProperty('data');
    expect(asked()).toEqual([1, 2]);
  });

  it('is ready while one of them is', async () => {
    open([one, other]);
    await one.kill();
    await expect(client.isReady(10_000)).resolves.toBe(true);
    await other.kill();
    await expect(client.isReady(10_000)).resolves.toBe(false);
  });
});

describe('a process that hangs', () => {
  it('fails what waits there, also for a connection; lets nothing more wait; and is asked again once it is back', async () => {
    open([one], { connections: 2 });
    await ask();
    one.hang();
    const waiting = ['p:1', 'p:2', 'p:3'].flatMap((asker) => [ask({ asker }), ask({ asker }), ask({ asker })]);
    const settled = await Promise.allSettled(waiting);
    expect(settled.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
      Array(9).fill('SUBGRAPH_UNAVAILABLE'),
    );
    const { received, reached } = one;
    for (let count = 0; count < 20; count += 1)
      await expect(ask()).rejects.toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
    // Probes, of which one waits at a time.
    expect([received.length, one.reached - reached <= 5]).toEqual([1, true]);
    one.resume();
    await untilEqual(() => ask().catch(() => null), ANSWER);
  });

  it('is not one that is slow: that is waited for', async () => {
    open([one]);
    one.hold();
    const slow = ask();
    // Longer than one that hangs is waited for: many probes have come, and have been answered.
    await untilEqual(async () => one.reached > 20, true);
    one.resume();
    await expect(slow).resolves.toEqual(ANSWER);
  });

  it('may be killed, and costs no more than that', async () => {
    open([one]);
    one.hold();
    const waiting = ask();
    await untilEqual(async () => one.received.length, 1);
    await one.kill();
    await expect(waiting).rejects.toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
    await expect(ask()).rejects.toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
    await one.start();
    await untilEqual(() => ask().catch(() => null), ANSWER);
  });
});

describe('what is sent to a subgraph', () => {
  it('says how long it is waited for: as long as is left, and no longer than for any', async () => {
    open([one], { timeoutMs: 5000 });
    await ask({ deadline: new Deadline(60_000) });
    await ask({ deadline: new Deadline(3000) });
    const [any, less] = one.received.map(({ deadlineMs }) => deadlineMs);
    expect([any! > 3000 && any! <= 5000, less! > 0 && less! <= 3000]).toEqual([true, true]);
  });

  it('is not sent after the deadline, nor for who has gone; and is cut off when it is under way then', async () => {
    open([one]);
    one.hold();
    await expect(ask({ deadline: new Deadline(0) })).rejects.toHaveProperty('code', 'DEADLINE_EXCEEDED');
    const deadline = new Deadline(600_000);
    const all = Array.from({ length: 6 }, () => ask({ deadline }));
    await untilEqual(async () => one.received.length, 4);
    deadline.abandon();
    for (const sent of all) await expect(sent).rejects.toHaveProperty('code', 'DEADLINE_EXCEEDED');
    await untilEqual(async () => one.cut, 4);
    await expect(ask({ deadline: new Deadline(3000) })).rejects.toHaveProperty('code', 'DEADLINE_EXCEEDED');
    await untilEqual(async () => one.cut, 5);
    expect(one.received).toHaveLength(5);
  });

  it('is no more than a share for one caller: others are answered, and what is too much is refused', async () => {
    open([one]);
    one.hold();
    const greedy = Array.from({ length: 37 }, () => ask({ asker: 'person greedy' }));
    await expect(Promise.race(greedy)).rejects.toHaveProperty('code', 'SUBGRAPH_SHARE_EXCEEDED');
    await untilEqual(async () => one.received.length, 4);
    const others = [1, 2, 3].map((number) => ask({ asker: `person ${number}` }));
    await untilEqual(async () => one.received.length, 7);
    one.resume();
    await expect(Promise.all(others)).resolves.toEqual([ANSWER, ANSWER, ANSWER]);
    const results = await Promise.allSettled(greedy);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(36);
  });
});
