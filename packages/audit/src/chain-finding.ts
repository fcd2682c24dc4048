/**
 * What is wrong with a log.
 *
 * - `EDITED`: a record is not what was written;
 * - `MISSING`: records are not there;
 * - `OUT_OF_PLACE`: records stand elsewhere than they were written;
 * - `REPLACED`: a record is whole in itself, and the next was written after another;
 * - `INSERTED`: a record was put in beside the log's own way;
 * - `HEAD`: the note of where the log ends does not fit it;
 * - `COLUMN`: what records are searched by does not say what they say;
 * - `TIME`: a record is from the future, or from before the one that it follows;
 * - `REWRITTEN`: the log is whole in itself, and is not the one whose head was noted;
 * - `UNFINISHED`: so much is wrong that the rest was not looked at.
 */
export type ChainFindingKind =
  | 'EDITED'
  | 'MISSING'
  | 'OUT_OF_PLACE'
  | 'REPLACED'
  | 'INSERTED'
  | 'HEAD'
  | 'COLUMN'
  | 'TIME'
  | 'REWRITTEN'
  | 'UNFINISHED';

/** One thing that is wrong, and where. */
export interface ChainFinding {
  /** Place of the record, or of the first of several; 0 where it is none's. */
  seq: number;
  kind: ChainFindingKind;
  /** Where it is and what it means, as a sentence. */
  message: string;
}

/** `Record 7 was`, `Records 7 to 9 were`. */
export function records(from: number, to: number, one: string, several: string): string {
  return from === to ? `Record ${from} ${one}` : `Records ${from} to ${to} ${several}`;
}
