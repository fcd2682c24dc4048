/** The whole in basis points: 10,000 make 100%. */
export const WHOLE_BASIS_POINTS = 10_000;

/**
 * Divides 10,000 basis points among parts, so that they add up exactly: each part gets what it is
 * surely due, and what is left goes to the largest remainders, earlier parts first where they tie.
 *
 * @param parts - amounts in pence, from 0.
 * @returns basis points of each part; null where the whole is 0 and has no shares.
 */
export function basisPointsOf(parts: readonly number[]): number[] | null {
  const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n);
  if (whole === 0n) return null;
  // In big integers, because 10,000 times a London budget in pence can pass 2^53.
  const exact = parts.map((part) => BigInt(part) * BigInt(WHOLE_BASIS_POINTS));
  const points = exact.map((value) => Number(value / whole));
  const left = WHOLE_BASIS_POINTS - points.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ remainder: value % whole, index }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) points[index]! += 1;
  return points;
}
