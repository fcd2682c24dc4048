import { setImmediate } from 'node:timers/promises';
import { askerOf } from '@hub/limits';
import { PlanningTurns } from './planning-turns';

const by = (person: string) => ({ asker: askerOf({ person }, '192.0.2.1'), planCost: 300 });

/** Operations whose plans are made when the test says so. */
function planner() {
  const charge = jest.fn();
  const turns = new PlanningTurns({ charge });
  const begun: string[] = [];
  const ends = new Map<string, { resolve(): void; reject(error: Error): void }>();
  const ask = (operation: string, who: ReturnType<typeof by>) =>
    turns.inTurn(who, () => {
      begun.push(operation);
      return new Promise<void>((resolve, reject) => ends.set(operation, { resolve, reject }));
    });
  return { begun, ask, charge, of: (operation: string) => ends.get(operation)! };
}

/** What can happen by itself. */
async function settle() {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
}

it('one operation is planned at a time, by turns of who asks', async () => {
  const { begun, ask, of } = planner();
  const all = ['a1', 'a2', 'a3'].map((operation) => ask(operation, by('a')));
  all.push(ask('b1', by('b')));
  for (const count of [1, 2, 3, 4]) {
    await settle();
    expect(begun).toHaveLength(count);
    of(begun.at(-1)!).resolve();
  }
  await Promise.all(all);
  // Whoever asked once waits for one of the other's, and not for three.
  expect(begun.indexOf('b1')).toBeLessThan(3);
  expect(begun.filter((operation) => operation !== 'b1')).toEqual(['a1', 'a2', 'a3']);
});

it('whoever has an operation planned pays for it, also where it fails, and the next is planned', async () => {
  const { begun, ask, of, charge } = planner();
  const failed = ask('a1', by('a'));
  const other = ask('b1', by('b'));
  await settle();
  of('a1').reject(new Error('It cannot be planned.'));
  await expect(failed).rejects.toThrow('It cannot be planned.');
  await settle();
  of('b1').resolve();
  await other;
  expect(begun).toEqual(['a1', 'b1']);
  expect(charge.mock.calls).toEqual([
    [by('a').asker, 300],
    [by('b').asker, 300],
  ]);
});
