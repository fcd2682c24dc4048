import loadHighs from 'highs';

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

/** How far from the best a solution may be, as a part of it: any will do. */
const ANY_SOLUTION = 1e6;

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** An exact solver of linear problems in whole numbers. It is loaded once. */
const solver = loadHighs();

/**
 * Which numbers a reader can tell, who tries everything: those that have one value in every solution.
 *
 * @param asked - numbers of the problem.
 * @param truth - a solution: a number that is another in a second solution is not told.
 */
export async function toldNumbers(known: Known, asked: readonly number[], truth: readonly number[]): Promise<number[]> {
  if (!isSolution(known, truth))
    throw new Error('What is true does not fit what the reader knows: it was read wrongly.');
  const highs = await solver;
  const unknown = new Set(asked);
  const told: number[] = [];
  for (const number of unknown) {
    const other = solve(highs, known, number, -1, truth, unknown) ?? solve(highs, known, number, 1, truth, unknown);
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

/**
 * A solution in which a number is less than it is, or more; null where there is none. It is drawn to the same side with all
 * that is still unknown: one solution shows of many numbers at once that they are not told.
 */
function solve(
  highs: Highs,
  known: Known,
  number: number,
  side: -1 | 1,
  truth: readonly number[],
  unknown: ReadonlySet<number>,
): number[] | null {
  const [least, most] = [[...known.least], [...known.most]];
  if (side < 0) most[number] = truth[number]! - 1;
  else least[number] = truth[number]! + 1;
  if (least[number]! > most[number]!) return null;

  const sumOf = (terms: KnownSum['terms']) => terms.map(({ of, sign }) => `${sign < 0 ? '-' : '+'} n${of}`).join(' ');
  const problem = [
    side < 0 ? 'minimize' : 'maximize',
    [...unknown].map((of) => `+ n${of}`).join(' '),
    'subject to',
    ...known.sums.flatMap(({ terms, from, to }) => [`${sumOf(terms)} >= ${from}`, `${sumOf(terms)} <= ${to}`]),
    'bounds',
    ...least.map((low, of) => `${low} <= n${of} <= ${most[of]}`),
    'general',
    least.map((_, of) => `n${of}`).join(' '),
    'end',
  ].join('\n');
  const { Status, Columns } = highs.solve(problem, { output_flag: false, mip_rel_gap: ANY_SOLUTION });
  if (Status === 'Infeasible') return null;
  if (Status !== 'Optimal') throw new Error(`The search for another solution ended as ${Status}.`);
  const values = least.map((_, of) => Math.round((Columns[`n${of}`] as { Primal: number }).Primal));
  if (!isSolution({ ...known, least, most }, values)) throw new Error('What was found is not a solution.');
  return values;
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
  async told(asked: readonly number[]): Promise<number> {
    const small = asked.filter((number) => this.truth[number]! >= 1 && this.truth[number]! <= 4);
    return (await toldNumbers(this.known, small, this.truth)).length;
  }
}
