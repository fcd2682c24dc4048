/** One measurement of one hub. */
export interface Turn {
  /** Operations a second. */
  throughput: number;
  /** Milliseconds of processor time an operation; null where the machine does not tell. */
  processor: number | null;
}

/** What was measured in turns, each pair close in time, so that what else the machine does hits both. */
export interface Turns {
  guarded: Turn[];
  open: Turn[];
}

/** What enforcement takes of the throughput, in per cent: the ratio of the medians. */
export function costOf({ guarded, open }: Turns): number {
  return cost(median(guarded.map(throughput)), median(open.map(throughput)));
}

/** A comparison in words. */
export function describe(name: string, turns: Turns): string {
  const { guarded, open } = turns;
  const pairs = guarded.map((turn, index) => cost(turn.throughput, open[index]!.throughput));
  const lines = [
    `${name}: enforcement costs ${percent(costOf(turns))} of throughput`,
    `  ${median(guarded.map(throughput)).toFixed(1)} operations a second with it, ` +
      `${median(open.map(throughput)).toFixed(1)} without, medians of ${pairs.length} turns; ` +
      `half of the pairs between ${percent(quantile(pairs, 0.25))} and ${percent(quantile(pairs, 0.75))}`,
  ];
  const [on, off] = [guarded, open].map((all) => all.flatMap(({ processor }) => processor ?? []));
  if (on!.length > 0) {
    lines.push(
      `  ${median(on!).toFixed(1)} ms of processor time an operation with it, ${median(off!).toFixed(1)} without: ` +
        `${percent(cost(1 / median(on!), 1 / median(off!)))}`,
    );
  }
  return lines.join('\n');
}

const throughput = (turn: Turn) => turn.throughput;
const percent = (value: number) => `${value.toFixed(1)} %`;
const cost = (on: number, off: number) => 100 * (1 - on / off);
export const median = (values: readonly number[]) => quantile(values, 0.5);

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place % 1);
}
