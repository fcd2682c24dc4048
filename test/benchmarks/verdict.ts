import { tableOf } from './table';

/** Prints a table, and the same and more as JSON. If anything was missed the run ends with 1. */
export function printVerdict<One extends { missed: readonly string[] }>(
  all: readonly One[],
  rowOf: (one: One) => Record<string, string>,
): void {
  process.stdout.write(`${tableOf(all.map(rowOf))}\n${JSON.stringify(all)}\n`);
  if (all.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
}

export function seconds(ms: number | null): string {
  return ms === null ? '–' : (ms / 1000).toFixed(1);
}
