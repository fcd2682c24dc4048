import type { Cell } from './read-cell';

/** A row as a spreadsheet shows it. */
export interface TableRow {
  /** From 1. */
  row: number;
  cells: readonly Cell[];
}
