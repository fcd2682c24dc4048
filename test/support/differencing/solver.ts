/** A sum of whole numbers of which a reader knows between what it is. */
export interface KnownSum {
  /** Numbers of the problem, each counted once, or taken away. */
  terms: readonly { of: number; sign: 1 | -1 }[];
  from: number;
  to: number;
}

/** What a reader knows: of each number the least and the most that it can be, and of some sums. */
export interface Known {
  least: number[];
  most: number[];
  sums: KnownSum[];
}

/** So many choices are tried before the search for another solution is given up. */
const MOST_CHOICES = 20_000;

/**
 * Which numbers a reader can tell, who tries everything: those that have one value in every solution. Bounds are drawn
 * together by each sum until nothing changes, then every choice is tried that is left.
 *
 * @param asked - numbers of the problem.
 * @param truth - a solution, to search near it: a number that is another in a second solution is not told.
 * @throws where a search took too long to know.
 */
export function toldNumbers(known: Known, asked: readonly number[], truth: readonly number[]): number[] {
  if (!isSolution(known, truth))
    throw new Error('What is true does not fit what the reader knows: it was read wrongly.');
  const unknown = new Set(asked);
  const told: number[] = [];
  for (const number of unknown) {
    const value = truth[number]!;
    // One solution shows of many numbers at once that they are not told: those that can be are one less.
    const near = truth.map((one, place) => (unknown.has(place) ? one - 1 : one));
    const other =
      solve(known, { number, from: known.least[number]!, to: value - 1 }, near) ??
      solve(known, { number, from: value + 1, to: known.most[number]! }, truth);
    if (other === null) told.push(number);
    unknown.delete(number);
    for (const one of unknown) if (other !== null && other[one] !== truth[one]) unknown.delete(one);
  }
  return told;
}

function isSolution({ least, most, sums }: Known, values: readonly number[]): boolean {
  return (
    values.every((value, number) => value >= least[number]! && value <= most[number]!) &&
    sums.every(({ terms, from, to }) => {
      const sum = terms.reduce((total, { of, sign }) => total + sign * values[of]!, 0);
      return sum >= from && sum <= to;
    })
  );
}

/** A solution in which a number is between two values; null where there is none. */
function solve(
  known: Known,
  { number, from, to }: { number: number; from: number; to: number },
  near: readonly number[],
): number[] | null {
  const sumsOf = known.least.map((): KnownSum[] => []);
  for (const sum of known.sums) for (const { of } of sum.terms) sumsOf[of]!.push(sum);
  let choices = 0;

  /** Draws the bounds together, from the sums on. False where nothing is left. */
  function draw(least: number[], most: number[], waiting: Set<KnownSum>): boolean {
    for (const sum of waiting) {
      waiting.delete(sum);
      let [low, high] = [0, 0];
      for (const { of, sign } of sum.terms) {
        low += sign === 1 ? least[of]! : -most[of]!;
        high += sign === 1 ? most[of]! : -least[of]!;
      }
      if (high < sum.from || low > sum.to) return false;
      for (const { of, sign } of sum.terms) {
        const [low1, high1] = sign === 1 ? [least[of]!, most[of]!] : [-most[of]!, -least[of]!];
        const [from1, to1] = [Math.max(low1, sum.from - (high - high1)), Math.min(high1, sum.to - (low - low1))];
        if (from1 > to1) return false;
        if (from1 === low1 && to1 === high1) continue;
        [least[of], most[of]] = sign === 1 ? [from1, to1] : [-to1, -from1];
        [low, high] = [low + from1 - low1, high + to1 - high1];
        for (const other of sumsOf[of]!) if (other !== sum) waiting.add(other);
      }
    }
    return true;
  }

  function search(least: number[], most: number[], waiting: Set<KnownSum>): number[] | null {
    if (!draw(least, most, waiting)) return null;
    const open = least.findIndex((low, one) => low < most[one]!);
    if (open < 0) return least;
    const wanted = Math.min(Math.max(near[open]!, least[open]!), most[open]!);
    const values = Array.from({ length: most[open]! - least[open]! + 1 }, (_, index) => least[open]! + index);
    values.sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
    for (const value of values) {
      if ((choices += 1) > MOST_CHOICES) throw new Error('The search for another solution took too long.');
      const [lower, upper] = [[...least], [...most]];
      [lower[open], upper[open]] = [value, value];
      const found = search(lower, upper, new Set(sumsOf[open]));
      if (found) return found;
    }
    return null;
  }

  const [least, most] = [[...known.least], [...known.most]];
  [least[number], most[number]] = [Math.max(from, least[number]!), Math.min(to, most[number]!)];
  return search(least, most, new Set(known.sums));
}

/** Collects what a reader knows. */
export class Reader {
  readonly known: Known = { least: [], most: [], sums: [] };
  readonly truth: number[] = [];

  /** Adds a number that is between two, and gives its place. */
  number(truth: number, [from, to]: readonly [number, number]): number {
    this.known.least.push(from);
    this.known.most.push(to);
    this.truth.push(truth);
    return this.truth.length - 1;
  }

  /** Adds that some numbers, less others, make a sum between two. */
  sum(added: readonly number[], [from, to]: readonly [number, number], taken: readonly number[] = []): void {
    const terms = [...added.map((of) => ({ of, sign: 1 as const })), ...taken.map((of) => ({ of, sign: -1 as const }))];
    this.known.sums.push({ terms, from, to });
  }

  /** Adds a number that is the sum of others. */
  total(truth: number, bounds: readonly [number, number], parts: readonly number[]): number {
    const total = this.number(truth, bounds);
    this.sum(parts, [0, 0], [total]);
    return total;
  }

  /** Of some numbers, how many from 1 to 4 the reader can tell. */
  told(asked: readonly number[]): number {
    const small = asked.filter((number) => this.truth[number]! >= 1 && this.truth[number]! <= 4);
    return toldNumbers(this.known, small, this.truth).length;
  }
}
