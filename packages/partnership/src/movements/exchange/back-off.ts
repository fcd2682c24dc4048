const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait after a failure, in milliseconds: twice as long after each, up to a longest, and each time at random
 * between half of that and all, so that those who failed together do not all come again together.
 *
 * @param failures - how many there were in a row, from 1.
 */
export function backOff(failures: number, longestMs = LONGEST_MS, random: () => number = Math.random): number {
  const ms = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(ms * (0.5 + random() / 2));
}
