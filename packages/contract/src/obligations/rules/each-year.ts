import { z } from 'zod';
import { reviewDue } from '../../procedures/review-due';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import { type Judgement, unjudged } from './judgement';
import { doneBy, type InvitedNetwork } from './records-by-kind';

/** Once a year for each of several: the chairs of networks, invited annually. */
export const eachYearRule = z.strictObject({
  evaluator: z.literal('EACH_YEAR'),
  records: z.literal(ObligationRecordKind.NETWORK),
});

/**
 * How a yearly invitation of each network stands: of each that is supported on the day, the next is due twelve months after
 * its last invitation or, without any, after support began. What is overdue of one is overdue of all.
 *
 * Source: LON-35, which asks for the invitation; whether the chair came or reported makes no difference.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function eachYear(networks: readonly InvitedNetwork[], on: string): Judgement {
  const obliged = doneBy(networks, on)
    .filter(({ endedOn }) => endedOn === null || on < endedOn)
    .map(({ endedOn: _, invitations, ...network }) => {
      const [invitation] = doneBy(invitations, on);
      const shown = invitation ?? network;
      return { shown, invitedOn: invitation?.doneOn ?? null, due: reviewDue(shown.doneOn, 12)! };
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const [next] = obliged;
  if (!next) return unjudged(ObligationStatus.NOT_ASSESSABLE, 'No supported network is recorded.');
  const late = obliged.filter(({ due }) => on > due).length;
  return {
    status: standing({ from: next.due, to: next.due }, on),
    reason:
      late > 0
        ? `Not invited for more than a year: the chairs of ${late} of ${obliged.length} supported networks.`
        : null,
    lastMet:
      obliged
        .map(({ invitedOn }) => invitedOn ?? '')
        .sort()
        .at(-1) || null,
    nextDue: next.due,
    shownBy: obliged.map(({ shown }) => shown),
  };
}
