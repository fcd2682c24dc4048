import type { Refusal } from './refusal';

/** What one operation, with its variables, asks of one caller's rights. */
export interface OperationAccess {
  /** Up to 100 of the places that are refused. */
  refused: readonly Refusal[];
  /** Coordinates that reach a single child, sorted: all of those to be fetched, and all that were refused. */
  childLevel: { granted: readonly string[]; refused: readonly string[] };
}
