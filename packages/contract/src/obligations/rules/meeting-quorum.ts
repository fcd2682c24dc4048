import { z } from 'zod';
import { QuorumResult } from '../../governance/quorum-result';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { ofLastYear } from './last-year';
import { looksAt } from './looks-at';

/** A meeting, with whether it was quorate. */
export interface MeetingShown extends Evidence {
  /** By `quorumOf`, as the meeting itself shows it. */
  quorum: QuorumResult;
  /** Names of the agencies that the quorum needed and did not have. */
  missing: readonly string[];
}

/** Quorate only when each of the statutory partner agencies is represented. */
export const meetingQuorumRule = z.strictObject({
  evaluator: z.literal('QUORUM'),
  records: z.literal(ObligationRecordKind.MEETING),
  of: looksAt.of,
});

/**
 * How a quorum of the statutory partner agencies stands: by the meetings of the last twelve months, or the latest where there
 * were none, and by the one rule of `quorumOf`. One that was not quorate breaches it. A meeting of which the sectors alone are
 * recorded may have had the wrong agencies, and nothing can be told.
 *
 * Sources: HAV-14, HAV-20.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function meetingQuorum(
  rule: z.infer<typeof meetingQuorumRule>,
  meetings: readonly MeetingShown[],
  on: string,
): Judgement {
  const held = doneBy(meetings, on);
  const [last] = held;
  if (!last) return unrecorded(rule);
  const lastMet = held.find(({ quorum }) => quorum === QuorumResult.QUORATE)?.doneOn ?? null;
  const ofTheYear = ofLastYear(held, on);
  for (const [result, status, reasonOf] of WORST_FIRST) {
    const such = ofTheYear.filter(({ quorum }) => quorum === result);
    if (such.length > 0) return judged(status, such, { reason: reasonOf(such), lastMet });
  }
  return judged(ObligationStatus.MET, [last], { lastMet });
}

/** What keeps a quorum from being met, with how it stands then, and why. */
const WORST_FIRST: readonly [QuorumResult, ObligationStatus, (such: readonly MeetingShown[]) => string | null][] = [
  [
    QuorumResult.INQUORATE,
    ObligationStatus.BREACHED,
    (such) => `Not represented: ${listed(such.map(({ doneOn, missing }) => `${missing.join(' and ')} on ${doneOn}`))}.`,
  ],
  [
    QuorumResult.NOT_KNOWN,
    ObligationStatus.NOT_ASSESSABLE,
    (such) =>
      `The rule is about agencies, and the sectors alone are recorded of ${listed(such.map(({ doneOn }) => doneOn!))}.`,
  ],
  [QuorumResult.NOT_SPECIFIED, ObligationStatus.NOT_SPECIFIED, () => null],
];
