import { Sector } from '@hub/contract';
import * as fc from 'fast-check';
import { SIGNING_SECTORS, awaitedSectors, finalOn } from './sign-off-rule';

const signOffs = fc.uniqueArray(
  fc.record({
    sector: fc.constantFrom(...Object.values(Sector)),
    signedOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  }),
  { selector: ({ sector }) => sector },
);

describe('the sign-off of a decision', () => {
  it('awaits each of the three sectors until it has signed, and no other', () => {
    fc.assert(
      fc.property(signOffs, (given) => {
        const signed = new Set(given.map(({ sector }) => sector));
        expect([...awaitedSectors(given), ...SIGNING_SECTORS.filter((sector) => signed.has(sector))].sort()).toEqual(
          [...SIGNING_SECTORS].sort(),
        );
      }),
    );
  });

  it('is final on the day the last of the three signed, in whatever order they did', () => {
    const three = fc.tuple(...SIGNING_SECTORS.map(() => fc.integer({ min: 10, max: 28 })));
    fc.assert(
      fc.property(three, fc.boolean(), (days, isReversed) => {
        const given = SIGNING_SECTORS.map((sector, index) => ({ sector, signedOn: `2026-02-${days[index]}` }));
        if (isReversed) given.reverse();
        expect(finalOn(given)).toBe(`2026-02-${Math.max(...days)}`);
        expect(finalOn(given.slice(1))).toBeNull();
      }),
    );
  });
});
