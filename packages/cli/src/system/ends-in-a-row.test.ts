import fc from 'fast-check';
import { EndsInARow } from './ends-in-a-row';

const after = (...ends: (number | null)[]) => {
  const row = new EndsInARow();
  for (const end of ends) row.add(end);
  return row;
};

test('the first restart is made at once, and each further one waits twice as long, up to a minute', () => {
  const pauses = Array.from({ length: 10 }, (_, count) => after(...Array<null>(count + 1).fill(null)).pauseMs);
  expect(pauses).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test('whatever happened before a calm minute is forgotten, and what never ran is counted apart', () => {
  const end = fc.option(fc.integer({ min: 0, max: 120_000 }));
  fc.assert(
    fc.property(fc.array(end, { minLength: 1 }), (ends) => {
      const begin = Math.max(
        0,
        ends.findLastIndex((ready) => ready !== null && ready >= 60_000),
      );
      const ready = ends.findLastIndex((one) => one !== null);
      const { count, neverReady } = after(...ends);
      expect({ count, neverReady }).toEqual({ count: ends.length - begin, neverReady: ends.length - 1 - ready });
    }),
  );
});
