import { array, assert, boolean, integer, property, record } from 'fast-check';
import { TimerWheel } from './timer-wheel';

/** A wheel and a clock that is moved by hand. */
function wheelByHand() {
  const clock = { now: 1234.5, due: Infinity, work: () => {} };
  const later = (work: () => void, ms: number) => Object.assign(clock, { work, due: clock.now + ms });
  const pass = (ms: number) => {
    const end = clock.now + ms;
    while (clock.due <= end) {
      clock.now = clock.due;
      clock.due = Infinity;
      clock.work();
    }
    clock.now = end;
  };
  /** Nobody on the machine does anything; what was due comes late. */
  const freeze = (ms: number) => {
    clock.now += ms;
    pass(0);
  };
  return { clock, wheel: new TimerWheel(() => clock.now, later), pass, freeze };
}

describe('time limits', () => {
  it('are over once, never early, a tick late at most, and not at all for what is over before', () => {
    const limit = record({
      ms: integer({ min: 0, max: 40_000 }),
      pass: integer({ min: 0, max: 3000 }),
      isFrozen: boolean(),
      isTakenOut: boolean(),
    });
    assert(
      property(array(limit, { maxLength: 40 }), (limits) => {
        const { clock, wheel, pass, freeze } = wheelByHand();
        const all: { due: number; at: number[]; isTakenOut: boolean }[] = [];
        let latest = 0;
        for (const { ms, pass: passed, isFrozen, isTakenOut } of limits) {
          const one = { due: clock.now + ms, at: [] as number[], isTakenOut };
          const timed = { expire: () => one.at.push(clock.now) };
          const limit = wheel.add(timed, ms);
          // What is taken out twice is out.
          if (isTakenOut) expect([wheel.delete(limit), wheel.delete(limit)]).toEqual([true, false]);
          all.push(one);
          latest = Math.max(latest, isFrozen ? passed : 0);
          if (isFrozen) freeze(passed);
          else pass(passed);
        }
        expect(wheel.size).toBe(all.filter(({ at, isTakenOut }) => at.length === 0 && !isTakenOut).length);
        pass(50_000);
        for (const { due, at, isTakenOut } of all) {
          expect(at).toHaveLength(isTakenOut ? 0 : 1);
          if (!isTakenOut) expect([at[0]! >= due, at[0]! <= due + 40 + latest]).toEqual([true, true]);
        }
        // No timer is left once nothing has a limit.
        expect([wheel.size, clock.due]).toEqual([0, Infinity]);
      }),
      { numRuns: 500, examples: [[[{ ms: 0, pass: 0, isFrozen: false, isTakenOut: false }]]] },
    );
  });

  it('may be set and taken out by what has just ended', () => {
    const { wheel, pass } = wheelByHand();
    const ended: string[] = [];
    const other = { expire: () => ended.push('other') };
    const limit = wheel.add(other, 10_240 + 15);
    wheel.add({ expire: () => (wheel.delete(limit), wheel.add({ expire: () => ended.push('next') }, 10)) }, 15);
    pass(60_000);
    expect(ended).toEqual(['next']);
  });
});
