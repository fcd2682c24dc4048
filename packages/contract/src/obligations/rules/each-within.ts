import { latestDay } from '@hub/scalars';
import { z } from 'zod';
import { monthsAfter } from '../../calendar/months-after';
import { type Due, standing } from './due';
import { type Dated, type Evidence, inForce } from './evidence';
import { judged, type Judgement, listed, noneInForce } from './judgement';
import { looksAt } from './looks-at';
import { PERIODS, periodAfter } from './period-after';

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
 * one is overdue of all.
 *
 * Sources: LON-35, which asks for the invitation, whether the chair came or reported; LAM-13, LAM-22, TRI-53; each quarter
 * TRI-38, TRI-40.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function eachWithin(rule: Rule, evidence: readonly Evidence[], on: string): Judgement {
  const obliged = inForce(evidence, on)
    .map((record) => ({ record, ...lastPart(record, rule, on) }))
    .sort((a, b) => (a.due.to < b.due.to ? -1 : 1));
  const [next] = obliged;
  if (!next) return noneInForce(rule.records, evidence, on);
  const late = obliged.filter(({ due }) => on > due.to).map(({ record }) => record.record);
  const known = obliged.flatMap(({ doneOn }) => doneOn ?? []).sort();
  const time = rule.every ? `the last ${rule.every.toLowerCase()}` : `${rule.months} months`;
  return judged(
    standing(next.due, on),
    obliged.map(({ shown }) => shown),
    {
      reason: late.length > 0 ? `Not within ${time} for ${late.length} of ${obliged.length}: ${listed(late)}.` : null,
      lastMet: known.at(-1) ?? null,
      nextDue: next.due.to,
    },
  );
}

/** The last part of a record up to a day, what shows it, and when the next is due. */
function lastPart(record: Dated, rule: Rule, on: string) {
  const last = record.parts
    .filter(({ name, doneOn }) => (rule.part === undefined || name === rule.part) && doneOn !== null && doneOn <= on)
    .sort((a, b) => (a.doneOn! < b.doneOn! ? 1 : -1))[0];
  const doneOn = last?.doneOn ?? null;
  return { doneOn, shown: last?.shown ?? record, due: dueAfter(doneOn ?? latestDay(record.doneOn), rule) };
}

function dueAfter(day: string, { months, every }: Rule): Due {
  if (every !== undefined) return periodAfter(every, day);
  const to = monthsAfter(day, months!)!;
  return { from: to, to };
}
