import { latestDay, plusDays } from '@hub/scalars';
import { z } from 'zod';
import { addWorkingDays } from '../../calendar/working-days';
import { monthsAfter } from '../../calendar/months-after';
import { ObligationStatus } from '../obligation-status';
import { daysOf, type Evidence, nameOf } from './evidence';
import { judged, type Judgement, listed, unjudged, unrecorded } from './judgement';
import { isOfLastYear } from './last-year';
import { looksAt } from './looks-at';

const within = z.union([
  z.strictObject({ days: z.int().min(1) }),
  z.strictObject({ workingDays: z.int().min(1) }),
  z.strictObject({ months: z.int().min(1) }),
]);

/** Each part in time: a copy within seven days of publication, a notice within five working days, copies seven days before. */
export const deadlineRule = z
  .strictObject({
    evaluator: z.literal('DEADLINE'),
    ...looksAt,
    parts: z.array(z.string().min(1)).min(1),
    within,
    before: z.literal(true).optional(),
  })
  .refine(
    ({ within: length, before }) => !before || !('months' in length),
    'Give days or working days before, not months.',
  );

type Rule = z.infer<typeof deadlineRule>;

/**
 * How a deadline stands: of every record each part is due so long after it, or so long before. A part that is not done and
 * late is overdue. A part of the latest record, or one due in the last twelve months, that was done late breaches it, and so
 * does one that was to be done before what has happened without it.
 *
 * The day itself is day 0, the last day is in time. Days are of the calendar unless the rule says working days.
 *
 * Sources: HAV-30, LAM-36, TRI-52 (days after), LAM-15 (working days), LAM-22 (months), TRI-28 (days before).
 *
 * @param evidence for `before`, what is still to happen has the day for which it is planned as `dueOn`
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function deadline(rule: Rule, evidence: readonly Evidence[], on: string): Judgement {
  const events = evidence
    .flatMap((record) => eventOf(record, rule, on) ?? [])
    .sort((a, b) => (a.event === b.event ? (a.record.record < b.record.record ? 1 : -1) : a.event < b.event ? 1 : -1));
  if (events.length === 0) return unrecorded(rule);
  const latest = events.find(({ event }) => event <= on) ?? events[0];
  const owed: Owed[] = events.flatMap((one) => {
    const due = dueOf(one.event, rule);
    return rule.parts.map((name) => ({
      ...{ record: one.record, name, due, doneOn: daysOf(one.record, name, on)[0] ?? null },
      ...{ isLatest: one === latest, isTooLate: rule.before === true && one.event <= on },
      isSeen: one === latest || (one.event <= on && isOfLastYear(due ?? one.event, on)),
    }));
  });
  const unknown = owed.find(({ due, doneOn, isSeen }) => due === null && (doneOn === null || isSeen));
  if (unknown) {
    return unjudged(
      ObligationStatus.NOT_ASSESSABLE,
      `The bank holidays around ${unknown.record.record} are not known, and so no working days.`,
    );
  }
  const [status, shown] = verdict(owed, on);
  const isKept = status === ObligationStatus.MET || status === ObligationStatus.DUE;
  const inTime = owed.flatMap(({ doneOn, due }) => (doneOn !== null && doneOn <= due! ? doneOn : [])).sort();
  const waiting = owed.flatMap(({ doneOn, isTooLate, due }) => (doneOn === null && !isTooLate ? due! : [])).sort();
  return judged(
    status,
    shown.map(({ record }) => record),
    {
      reason: isKept
        ? null
        : `Not in time: ${listed(shown.map(({ name, record }) => `${name} of ${nameOf(record)}`))}.`,
      lastMet: inTime.at(-1) ?? null,
      nextDue: waiting[0] ?? null,
    },
  );
}

/** A part that a record is to have, with the last day in time for it. */
interface Owed {
  record: Evidence;
  name: string;
  /** Null where the working days are not known: of what was done long ago, which decides nothing any more. */
  due: string | null;
  doneOn: string | null;
  /** Whether it is of the latest record that has happened. */
  isLatest: boolean;
  /** Whether it is seen that it was not kept: of the latest, and of those due in the last twelve months. */
  isSeen: boolean;
  /** Whether it was to be done before what has happened since. */
  isTooLate: boolean;
}

/** How it stands with all that is owed, and what shows it. */
function verdict(owed: readonly Owed[], on: string): [ObligationStatus, readonly Owed[]] {
  const open = owed.filter(({ doneOn, isTooLate }) => doneOn === null && !isTooLate);
  const overdue = open.filter(({ due }) => on > due!);
  if (overdue.length > 0) return [ObligationStatus.OVERDUE, overdue];
  const ofLatest = owed.filter(({ isLatest }) => isLatest);
  const seen = owed.filter(({ isSeen }) => isSeen);
  const broken = seen.filter(({ doneOn, due, isTooLate }) => (doneOn === null ? isTooLate : doneOn > due!));
  if (broken.length > 0) return [ObligationStatus.BREACHED, broken];
  return open.length > 0 ? [ObligationStatus.DUE, open] : [ObligationStatus.MET, ofLatest];
}

/** A record with the day from which is counted, where it counts by the end of `on`. */
function eventOf(record: Evidence, { before }: Rule, on: string): { record: Evidence; event: string } | null {
  const date = record.doneOn ?? (before ? record.dueOn : null);
  if (date === null) return null;
  const event = latestDay(date);
  return before || event <= on ? { record, event } : null;
}

/** The last day in time; null where the working days are not known. */
function dueOf(event: string, { within: length, before }: Rule): string | null {
  const sign = before ? -1 : 1;
  if ('days' in length) return plusDays(event, sign * length.days);
  if ('workingDays' in length) return addWorkingDays(event, sign * length.workingDays);
  return monthsAfter(event, length.months);
}
