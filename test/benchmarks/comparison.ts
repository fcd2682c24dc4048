/** One measurement. */
export interface Turn {
  /** Operations a second. */
  throughput: number;
  /** Milliseconds of processor time an operation; null where the machine does not tell. */
  processor: number | null;
}

/** What was measured in turns, each pair close in time, so that what else the machine does hits both. */
export interface Turns {
  with: Turn[];
  without: Turn[];
}

/** What enforcement takes of the throughput, in per cent: of all operations by all the time they took. */
export function costOf({ with: guarded, without: open }: Turns): number {
  return cost(overall(guarded), overall(open));
}

/** A comparison in words. */
export function describe(name: string, turns: Turns): string {
  const { with: guarded, without: open } = turns;
  const pairs = guarded.map((turn, index) => cost(turn.throughput, open[index]!.throughput));
  const lines = [
    `${name}: enforcement costs ${percent(costOf(turns))} of throughput`,
    `  ${overall(guarded).toFixed(1)} operations a second with it, ${overall(open).toFixed(1)} without, ` +
      `over ${pairs.length} pairs of turns; the median pair says ${percent(median(pairs))}, ` +
      `half of them between ${percent(quantile(pairs, 0.25))} and ${percent(quantile(pairs, 0.75))}`,
  ];
  const [on, off] = [guarded, open].map((all) => all.flatMap(({ processor }) => processor ?? []));
  if (on!.length > 0) {
    lines.push(
      `  ${mean(on!).toFixed(1)} ms of processor time an operation with it, ${mean(off!).toFixed(1)} without: ` +
        `${percent(cost(1 / mean(on!), 1 / mean(off!)))}`,
    );
  }
  return lines.join('\n');
}

/** Operations a second over all turns, each of which has as many. */
const overall = (turns: readonly Turn[]) => 1 / mean(turns.map(({ throughput }) => 1 / throughput));
const percent = (value: number) => `${value.toFixed(1)} %`;
const cost = (on: number, off: number) => 100 * (1 - on / off);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const median = (values: readonly number[]) => quantile(values, 0.5);

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place % 1);
}
