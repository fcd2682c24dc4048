import fc from 'fast-check';
import { WHOLE_BASIS_POINTS, basisPointsOf } from './shares-of';

const parts = fc
  .array(fc.integer({ min: 0, max: 10_000_000_000_00 }), { minLength: 1, maxLength: 40 })
  .filter((amounts) => amounts.some((amount) => amount > 0));

describe('basisPointsOf', () => {
  it('adds up to the whole, whatever the parts', () => {
    fc.assert(
      fc.property(parts, (amounts) => {
        expect(basisPointsOf(amounts)!.reduce((sum, points) => sum + points, 0)).toBe(WHOLE_BASIS_POINTS);
      }),
    );
  });

  it('is never a whole basis point away from the exact share', () => {
    fc.assert(
      fc.property(parts, (amounts) => {
        const whole = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
        for (const [index, points] of basisPointsOf(amounts)!.entries()) {
          const off = BigInt(points) * whole - BigInt(amounts[index]!) * BigInt(WHOLE_BASIS_POINTS);
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  it('gives a larger part no less than a smaller one', () => {
    fc.assert(
      fc.property(parts, (amounts) => {
        const points = basisPointsOf(amounts)!;
        const bySize = amounts.map((amount, index) => ({ amount, points: points[index]! }));
        bySize.sort((a, b) => a.amount - b.amount || a.points - b.points);
        expect(bySize.every((part, index) => index === 0 || part.points >= bySize[index - 1]!.points)).toBe(true);
      }),
    );
  });

  it('gives thirds their remainder once, and a whole of nothing no shares', () => {
    expect(basisPointsOf([100, 100, 100])).toEqual([3334, 3333, 3333]);
    expect(basisPointsOf([0, 5])).toEqual([0, 10_000]);
    expect(basisPointsOf([0, 0])).toBeNull();
    expect(basisPointsOf([])).toBeNull();
  });
});
