import type { AccessEntry } from './access-entry';
import { MOMENT } from './sql/moment';

/** An entry as it stands in the log. */
export interface AccessRecord extends AccessEntry {
  unseen: string[];
  asked: string[];
  count: number;
  /** Its place in the log, from 1. */
  seq: number;
  /** ISO instant in UTC, to the microsecond. */
  recordedAt: string;
}

/** Columns that {@link accessRecord} reads. */
export const ACCESS_COLUMNS = `seq, ${MOMENT} AS moment, body`;

/** A record from a row of {@link ACCESS_COLUMNS}. */
export function accessRecord(row: Record<string, unknown>): AccessRecord {
  const entry = JSON.parse(row['body'] as string) as AccessEntry;
  // What an entry leaves out, as one does that was written before there was such a thing.
  return { unseen: [], asked: [], count: 1, ...entry, seq: Number(row['seq']), recordedAt: row['moment'] as string };
}
