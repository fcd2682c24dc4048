/** Throughput of the same question at two hubs, measured in turns. */
export interface Comparison {
  /** Medians, in operations a second. */
  with: number;
  without: number;
  /** What enforcement takes of the throughput, in per cent: of the medians, and the quartiles over the pairs of turns. */
  cost: number;
  quartiles: [number, number];
}

/** Compares measurements that were made in pairs, each pair close in time, so that what else the machine does hits both. */
export function compare(withEnforcement: readonly number[], without: readonly number[]): Comparison {
  const costs = withEnforcement.map((one, index) => costOf(one, without[index]!));
  const medians = { with: quantile(withEnforcement, 0.5), without: quantile(without, 0.5) };
  return {
    ...medians,
    cost: costOf(medians.with, medians.without),
    quartiles: [quantile(costs, 0.25), quantile(costs, 0.75)],
  };
}

/** A comparison on one line. */
export function describe(name: string, { with: on, without: off, cost, quartiles }: Comparison): string {
  const per = (value: number) => `${value.toFixed(1)} %`;
  return (
    `${name}: ${on.toFixed(0)}/s with, ${off.toFixed(0)}/s without; ` +
    `enforcement costs ${per(cost)} (half of the pairs: ${per(quartiles[0])} to ${per(quartiles[1])})`
  );
}

function costOf(on: number, off: number): number {
  return 100 * (1 - on / off);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place % 1);
}
