import { latestDay, plusDays } from '@hub/scalars';
import { z } from 'zod';
import { termEnd } from '../../governance/term-end';
import { ObligationStatus } from '../obligation-status';
import { DUE_BEFORE_END, standing } from './due';
import { type Dated, doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** An office that goes round, so many years at a time: a chair that rotates between three partners. */
export const rotationRule = z.strictObject({
  evaluator: z.literal('ROTATION'),
  ...looksAt,
  among: z.array(z.string().min(1)).min(2),
  years: z.int().min(1),
});

type Rule = z.infer<typeof rotationRule>;

/**
 * How a rotation stands: whoever holds the office now is one of those between whom it goes, and not the one who held it
 * before; otherwise it is in breach. It is due to pass on in the last ninety days of the turn, and overdue after it. The
 * document gives no order, and so none is asked for.
 *
 * Source: LAM-02. The ninety days are ours.
 *
 * @param evidence of the turns, with `of` who held each
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function rotation(rule: Rule, evidence: readonly Evidence[], on: string): Judgement {
  const turns = doneBy(evidence, on);
  const [now] = turns;
  if (!now) return unrecorded(rule);
  const lastMet = turns.find((_, at) => wrongOf(rule, turns, at) === null)?.doneOn ?? null;
  const wrong = wrongOf(rule, turns, 0);
  const shown = turns.slice(0, 2);
  if (wrong !== null) return judged(ObligationStatus.BREACHED, shown, { reason: wrong, lastMet });
  const to = termEnd(latestDay(now.doneOn), rule.years);
  const status = standing({ from: plusDays(to, -DUE_BEFORE_END), to }, on);
  const reason = status === ObligationStatus.OVERDUE ? `The turn of ${now.of} ended on ${to}.` : null;
  return judged(status, shown, { reason, lastMet, nextDue: to });
}

/** What is wrong with one of the turns, given the one before it; the latest turn is the first. */
function wrongOf({ among }: Rule, turns: readonly Dated[], at: number): string | null {
  const [turn, before] = [turns[at]!, turns[at + 1]];
  if (turn.of === null || !among.includes(turn.of))
    return `${turn.of ?? 'Nobody named'} is not among ${among.join(', ')}.`;
  return before?.of === turn.of ? `${turn.of} follows ${turn.of}.` : null;
}
