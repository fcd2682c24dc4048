import { setImmediate } from 'node:timers/promises';
import { askerOf } from '@hub/limits';
import type { RequestContext } from '../operation/request-context';
import { PlanningTurns } from './planning-turns';

const by = (person: string) => ({ asker: askerOf({ person }, '192.0.2.1'), planCost: 300 }) as RequestContext;

/** Only the clock is the test's. */
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

/** Operations whose plans are made when the test says so. */
function planner() {
  const charge = jest.fn();
  const turns = new PlanningTurns({ charge });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (operation: string, context: RequestContext) =>
    turns.inTurn(operation, context, () => {
      begun.push(operation);
      return new Promise<void>((resolve) => ends.set(operation, resolve));
    });
  /** What can happen in so many milliseconds. */
  const later = async (ms = 0) => {
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    await jest.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 5; turn++) await setImmediate();
  };
  return { begun, ask, charge, end: (operation: string) => ends.get(operation)!(), later };
}

it('one new operation is planned at a time, by turns of who asks', async () => {
  const { begun, ask, end, later } = planner();
  const all = ['a1', 'a2', 'a3'].map((operation) => ask(operation, by('a')));
  all.push(ask('b1', by('b')));
  for (const count of [1, 2, 3, 4]) {
    await later(1);
    expect(begun).toHaveLength(count);
    end(begun.at(-1)!);
  }
  await Promise.all(all);
  // Whoever asked once waits for one of the other's, and not for three.
  expect(begun.indexOf('b1')).toBeLessThan(3);
  expect(begun.filter((operation) => operation !== 'b1')).toEqual(['a1', 'a2', 'a3']);
});

it('the next is planned after the first subgraph is asked, and not when all have answered', async () => {
  const { begun, ask, end, later } = planner();
  const [first, other] = [by('a'), by('b')];
  const all = [ask('a1', first), ask('b1', other)];
  await later();
  first.onPlanned!();
  await later(1);
  expect(begun).toEqual(['a1', 'b1']);
  end('a1');
  end('b1');
  await Promise.all(all);
});

it('plans have the thread for half of the time at most', async () => {
  const { begun, ask, end, later } = planner();
  const [first, other] = [by('a'), by('b')];
  const all = [ask('a1', first), ask('b1', other)];
  await later(80);
  first.onPlanned!();
  await later(79);
  expect(begun).toEqual(['a1']);
  await later(1);
  expect(begun).toEqual(['a1', 'b1']);
  end('a1');
  end('b1');
  await Promise.all(all);
});

it('what was planned before waits for nobody, and costs nothing more', async () => {
  const { begun, ask, charge, end, later } = planner();
  const known = ask('known', by('a'));
  await later();
  end('known');
  await known;
  await later(1);
  const fresh = ask('new', by('b'));
  await later();
  const again = ask('known', by('a'));
  await later();
  expect(begun).toEqual(['known', 'new', 'known']);
  expect(charge.mock.calls).toEqual([
    [by('a').asker, 300],
    [by('b').asker, 300],
  ]);
  end('new');
  end('known');
  await Promise.all([fresh, again]);
});
