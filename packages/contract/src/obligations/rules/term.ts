import { latestDay, plusDays } from '@hub/scalars';
import { z } from 'zod';
import { termEnd } from '../../governance/term-end';
import { ObligationStatus } from '../obligation-status';
import { DUE_BEFORE_END, standing } from './due';
import { type Evidence, inForce, nameOf } from './evidence';
import { judged, type Judgement, listed, noneInForce } from './judgement';
import { looksAt } from './looks-at';

/** A term of office of so many years. A renewal begins another. */
export const termRule = z.strictObject({ evaluator: z.literal('TERM'), ...looksAt, years: z.int().min(1).max(20) });

/**
 * How terms of office stand: of each that is held on the day, the term ends on the same day so many years later, that day
 * included. Who is still there after it is overdue; in its last ninety days it is due to end or be renewed.
 *
 * Sources: RED-20, LAM-02. The ninety days are ours.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function term(
  { years, ...rule }: z.infer<typeof termRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const held = inForce(evidence, on)
    .map((record) => ({ record, end: termEnd(latestDay(record.doneOn), years) }))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const [next] = held;
  if (!next) return noneInForce(rule, evidence, on);
  const over = held.filter(({ end }) => on > end).map(({ record }) => nameOf(record));
  const status = standing({ from: plusDays(next.end, -DUE_BEFORE_END), to: next.end }, on);
  return judged(
    status,
    held.map(({ record }) => record),
    {
      reason: status === ObligationStatus.OVERDUE ? `Over, and not renewed: ${listed(over)}.` : null,
      lastMet:
        held
          .filter(({ end }) => on <= end)
          .map(({ record }) => record.doneOn)
          .sort()
          .at(-1) ?? null,
      nextDue: next.end,
    },
  );
}
