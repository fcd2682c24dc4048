/** Counts of children are shown in bands of so many: 5 stands for 5 to 9, 10 for 10 to 14. */
export const BAND = 5;

/**
 * A count of children that may be shown: at least so many, a multiple of {@link BAND}. Null is from nought to what is kept
 * back: a true nought is no other, so that the first child does not show.
 */
export type BandedCount = number | null;

/**
 * A count as it is shown where no total is shown beside it.
 *
 * @param least - the least count that is shown, a multiple of {@link BAND}.
 */
export function banded(count: number, least = BAND): BandedCount {
  return count < least ? null : Math.floor(count / BAND) * BAND;
}
