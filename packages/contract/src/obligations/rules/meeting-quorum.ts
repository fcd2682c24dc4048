import { z } from 'zod';
import { QuorumResult } from '../../governance/quorum-result';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
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
 * How a quorum of the statutory partner agencies stands: by the latest meeting, and by the one rule of `quorumOf`. A meeting
 * of which the sectors alone are recorded may have had the wrong agencies, and nothing can be told.
 *
 * Sources: HAV-14, HAV-20.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function meetingQuorum(
  _: z.infer<typeof meetingQuorumRule>,
  meetings: readonly MeetingShown[],
  on: string,
): Judgement {
  const held = doneBy(meetings, on);
  const [last] = held;
  if (!last) return unrecorded(ObligationRecordKind.MEETING);
  const lastMet = held.find(({ quorum }) => quorum === QuorumResult.QUORATE)?.doneOn ?? null;
  return judged(STATUS[last.quorum], [last], { reason: reasonOf(last), lastMet });
}

const STATUS: Readonly<Record<QuorumResult, ObligationStatus>> = {
  [QuorumResult.QUORATE]: ObligationStatus.MET,
  [QuorumResult.INQUORATE]: ObligationStatus.BREACHED,
  [QuorumResult.NOT_KNOWN]: ObligationStatus.NOT_ASSESSABLE,
  [QuorumResult.NOT_SPECIFIED]: ObligationStatus.NOT_SPECIFIED,
};

function reasonOf({ quorum, missing }: MeetingShown): string | null {
  if (quorum === QuorumResult.INQUORATE) return `Not represented at the latest meeting: ${listed(missing)}.`;
  if (quorum !== QuorumResult.NOT_KNOWN) return null;
  return 'The rule is about agencies, and of the latest meeting the sectors alone are recorded.';
}
