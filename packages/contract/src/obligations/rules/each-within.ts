import { latestDay } from '@hub/scalars';
import { z } from 'zod';
import { monthsAfter } from '../../calendar/months-after';
import { ObligationStatus } from '../obligation-status';
import { type Due, standing } from './due';
import { type Dated, daysOf, doneBy, type Evidence, inForce, nameOf } from './evidence';
import { judged, type Judgement, listed, noneInForce } from './judgement';
import { between, lapses } from './last-year';
import { looksAt } from './looks-at';
import { PERIODS, periodDue } from './period-after';

/** Each of several within so many months of the time before, or once each quarter: invitations, reports, updates. */
export const eachWithinRule = z
  .strictObject({
    evaluator: z.literal('EACH_WITHIN'),
    ...looksAt,
    months: z.int().min(1).max(60).optional(),
    every: z.enum(PERIODS).optional(),
    part: z.string().min(1).optional(),
  })
  .refine(({ months, every }) => (months === undefined) !== (every === undefined), 'Give months or every, not both.');

type Rule = z.infer<typeof eachWithinRule>;

/**
 * How it stands for all that hold on the day: of each, the next part is due so many months after its last or, without any,
 * after it began; with `every`, within the month or quarter of the calendar after that, as a meeting is. What is overdue of
 * one is overdue of all, and what came too late of one, or not before it ended, breaches it for twelve months.
 *
 * Sources: LON-35, which asks for the invitation, whether the chair came or reported; LAM-13, LAM-22, TRI-53; each quarter
 * TRI-38, TRI-40.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 * @param from the first day on which the document is worked to; null where that is not known
 */
export function eachWithin(
  rule: Rule,
  evidence: readonly Evidence[],
  on: string,
  from: string | null = null,
): Judgement {
  const dueAfter = dueUnder(rule, from);
  const obliged = inForce(evidence, on)
    .map((record) => ({ record, ...lastPart(record, rule, dueAfter, on) }))
    .sort((a, b) => (a.due.to < b.due.to ? -1 : 1));
  const [next] = obliged;
  const lastMet =
    obliged
      .flatMap(({ doneOn }) => doneOn ?? [])
      .sort()
      .at(-1) ?? null;
  const known = { lastMet, nextDue: next?.due.to ?? null };
  const late = obliged.filter(({ due }) => on > due.to).map(({ record }) => nameOf(record));
  if (late.length > 0) {
    const time = rule.every ? `the last ${rule.every.toLowerCase()}` : `${rule.months} months`;
    const reason = `Not within ${time} for ${late.length} of ${obliged.length}: ${listed(late)}.`;
    const shown = obliged.map((one) => one.shown);
    return judged(ObligationStatus.OVERDUE, shown, { ...known, reason });
  }
  const missed = doneBy(evidence, on).flatMap((record) =>
    lapses(daysOwed(record, rule, on), dueAfter, on).map((lapse) => ({ record, lapse })),
  );
  if (missed.length > 0) {
    const reason = `None ${listed(missed.map(({ record, lapse }) => `for ${nameOf(record)} ${between(lapse)}`))}.`;
    const shown = missed.map(({ record }) => record);
    return judged(ObligationStatus.BREACHED, shown, { ...known, reason });
  }
  if (!next) return noneInForce(rule, evidence, on);
  return judged(
    standing(next.due, on),
    obliged.map(({ shown }) => shown),
    known,
  );
}

/** The last part of a record up to a day, what shows it, and when the next is due. */
function lastPart(record: Dated, rule: Rule, dueAfter: (day: string) => Due, on: string) {
  const last = record.parts
    .filter(({ name, doneOn }) => (rule.part === undefined || name === rule.part) && doneOn !== null && doneOn <= on)
    .sort((a, b) => (a.doneOn! < b.doneOn! ? 1 : -1))[0];
  const doneOn = last?.doneOn ?? null;
  return { doneOn, shown: last?.shown ?? record, due: dueAfter(doneOn ?? latestDay(record.doneOn)) };
}

/** The days between which a part of a record was owed: its first, those of its parts, and its last where it is over. */
function daysOwed(record: Dated, { part }: Rule, on: string): string[] {
  const from = latestDay(record.doneOn);
  const done = daysOf(record, part, on).filter((day) => day > from);
  const isOver = record.endsOn !== null && record.endsOn < on;
  if (isOver && record.endsOn! < from) return [];
  return [from, ...done, ...(isOver ? [record.endsOn!] : [])].sort();
}

/** When the next part is due after a day. What a document asks for is counted from when it is worked to, at the earliest. */
function dueUnder({ months, every }: Rule, from: string | null): (day: string) => Due {
  if (every !== undefined) return periodDue(every, from);
  return (day) => {
    const to = monthsAfter(from !== null && from > day ? from : day, months!)!;
    return { from: to, to };
  };
}
