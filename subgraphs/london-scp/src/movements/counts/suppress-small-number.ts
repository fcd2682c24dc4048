/** Numbers from 1 to this one could point to a child. */
const SMALL = 4;

/** A count made safe: a small one is kept back, and said to be. Nought points to nobody. */
export function suppressSmallNumber(count: number): { value: number | null; isSuppressed: boolean } {
  const isSuppressed = count >= 1 && count <= SMALL;
  return { value: isSuppressed ? null : count, isSuppressed };
}
