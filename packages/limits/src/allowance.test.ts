import fc from 'fast-check';
import { Allowance } from './allowance';
import { askerOf } from './asker';
import { CallerAllowance } from './caller-allowance';

describe('what a caller may take in a minute', () => {
  let now = 0;
  const allowance = (options = {}) => new Allowance({ perMinute: 600, savedSeconds: 10, now: () => now, ...options });
  beforeEach(() => void (now = 0));

  it('comes in evenly, and can be saved up for as many seconds as is said', () => {
    const one = allowance();
    expect(one.take('a', 100)).toBe(0);
    expect(one.take('a', 1)).toBe(1);
    now = 1000;
    expect(one.take('a', 10)).toBe(0);
    expect(one.take('a', 1)).toBe(1);
    now = 3_600_000;
    expect(one.take('a', 100)).toBe(0);
    expect(one.take('a', 1)).toBe(1);
  });

  it('lets a dear question pass, and the next wait until the debt is paid, as long as is said', () => {
    const one = allowance();
    expect(one.take('a', 400)).toBe(0);
    expect(one.take('a', 1)).toBe(31);
    now = 30_099;
    expect(one.take('a', 1)).toBe(1);
    now = 30_100;
    expect(one.take('a', 1)).toBe(0);
    expect(one.take('a', 400)).toBe(1);
  });

  it('is enough for the whole of a question for whose text it was', () => {
    const one = allowance();
    expect(one.take('a', 5000)).toBe(0);
    expect(one.take('a', 10)).toBeGreaterThan(0);
    expect(one.take('a', 10, 5000)).toBe(0);
  });

  it('is each caller’s own, and a person’s from wherever', () => {
    const callers = new CallerAllowance(600, 1 / 2, { savedSeconds: 10, now: () => now });
    expect(callers.take(askerOf({ person: 'p' }, '192.0.2.1'), 200)).toBeNull();
    expect(callers.take(askerOf({ person: 'p' }, '192.0.2.2'), 1)).toEqual({ limit: 600, seconds: 11 });
    expect(callers.take(askerOf(null, '192.0.2.1'), 60)).toBeNull();
    expect(callers.take(askerOf(null, '192.0.2.1'), 1)).toEqual({ limit: 300, seconds: 3 });
    expect(callers.take(askerOf({ person: '192.0.2.1' }, '192.0.2.1'), 1)).toBeNull();
  });

  it('is remembered of so many callers and no more', () => {
    const few = allowance({ most: 2 });
    few.take('a', 1000);
    few.take('b', 1000);
    expect(few.take('a', 1)).toBeGreaterThan(0);
    few.take('c', 1);
    expect(few.take('b', 1)).toBe(0);
  });

  it('over any time is never more than came in, what was saved, and one question', () => {
    const steps = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 500 })), { maxLength: 100 });
    fc.assert(
      fc.property(steps, (asked) => {
        now = 0;
        const one = allowance();
        let taken = 0;
        let dearest = 0;
        for (const [pause, cost] of asked) {
          now += pause;
          if (one.take('a', cost) > 0) continue;
          taken += cost;
          dearest = Math.max(dearest, cost);
        }
        expect(taken).toBeLessThanOrEqual(100 + now / 100 + dearest + 1e-6);
      }),
    );
  });
});
