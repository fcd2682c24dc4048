import { latestDay } from '@hub/scalars';
import type { ObligationRecord } from '../obligation-record';

/** Something that belongs to a record and was done: a sign-off, a copy that was sent, a section, an update. */
export interface Part {
  /** What it is, as a rule names it: a sector, a recipient, a section. */
  name: string;
  /** The day it was done, as `YYYY-MM-DD`; null where no day is known of it. */
  doneOn: string | null;
  /** The record of it, where it has one of its own. @default none */
  shown?: ObligationRecord;
}

/** What a record tells an evaluator, whatever it is a record of. */
export interface Evidence extends ObligationRecord {
  /** The body whose it is; null where it is the partnership's. */
  bodyId: string | null;
  /** What it is one of, where a rule is about some of its kind: a sector, a seat, a kind of audit; null otherwise. */
  of: string | null;
  /** The last day on which it holds, as `YYYY-MM-DD`; null while it goes on, and of what is done in a day. */
  endsOn: string | null;
  /** When it is due by its own words, as a partial date; null where nothing says. */
  dueOn: string | null;
  /** What of it was done, in any order; what was not is not among them. */
  parts: readonly Part[];
  /** What people call it: a seat, a role, a group. @default its id */
  called?: string;
}

/** A record as a reason names it. */
export const nameOf = ({ called, record }: Evidence): string => called ?? record;

/** Evidence of which it is known when it was done. */
export type Dated<Row extends Evidence = Evidence> = Row & { doneOn: string };

/** Those done up to the end of a day, the latest first. A date known to the month or the year counts from its last day. */
export function doneBy<Row extends Evidence>(records: readonly Row[], on: string): Dated<Row>[] {
  return records
    .filter((record): record is Dated<Row> => record.doneOn !== null && latestDay(record.doneOn) <= on)
    .sort((a, b) => (a.doneOn === b.doneOn ? (a.record < b.record ? 1 : -1) : a.doneOn < b.doneOn ? 1 : -1));
}

/** Those that hold on a day: begun by then, and not ended before it. */
export function inForce<Row extends Evidence>(records: readonly Row[], on: string): Dated<Row>[] {
  return doneBy(records, on).filter(({ endsOn }) => endsOn === null || on <= endsOn);
}

/** The days on which a part of a record was done, up to the end of a day, the earliest first. */
export function daysOf({ parts }: Evidence, part: string | undefined, on: string): string[] {
  return parts
    .filter(({ name }) => part === undefined || name === part)
    .flatMap(({ doneOn }) => (doneOn !== null && doneOn <= on ? [doneOn] : []))
    .sort();
}

/** A record without what only an evaluator looks at. */
export function shownAs({ kind, record, doneOn, isSynthetic }: ObligationRecord): ObligationRecord {
  return { kind, record, doneOn, isSynthetic };
}
