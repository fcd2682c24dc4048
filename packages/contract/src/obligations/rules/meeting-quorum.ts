import { z } from 'zod';
import { quorumResult } from '../../governance/quorum';
import { QuorumResult } from '../../governance/quorum-result';
import { QuorumRule } from '../../governance/quorum-rule';
import type { Seat } from '../../governance/seat';
import type { Sector } from '../../governance/sector';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** A meeting, with what of its body a quorum is judged by. */
export interface MeetingShown extends Evidence {
  sectorsRepresented: readonly Sector[];
  /** The seats of the body that met. */
  seats: readonly Pick<Seat, 'sector' | 'isStatutoryPartner'>[];
}

/** Quorate only when each of the statutory partner agencies is represented. */
export const meetingQuorumRule = z.strictObject({
  evaluator: z.literal('QUORUM'),
  records: z.literal(ObligationRecordKind.MEETING),
  of: looksAt.of,
});

/**
 * How a quorum of the statutory partner agencies stands: by the latest meeting.
 *
 * Meetings are recorded with the sectors represented, and the rule speaks of agencies. A sector that was not there breaks
 * it. That all three were there keeps it where nobody else of these sectors has a seat; where an NHS trust sits beside the
 * statutory NHS partner, the right sectors may have been the wrong agencies, and nothing can be told.
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
  const lastMet = held.find((meeting) => statusOf(meeting) === ObligationStatus.MET)?.doneOn ?? null;
  const status = statusOf(last);
  return judged(status, [last], { reason: REASONS[status] ?? null, lastMet });
}

const REASONS: Partial<Record<ObligationStatus, string>> = {
  [ObligationStatus.BREACHED]: 'Not every statutory partner was represented at the latest meeting.',
  [ObligationStatus.NOT_ASSESSABLE]:
    'Meetings are recorded with the sectors represented, and others of these sectors have seats beside the statutory partners.',
};

function statusOf({ sectorsRepresented, seats }: MeetingShown): ObligationStatus {
  const needed = (sectors: readonly string[]) => quorumResult(QuorumRule.ALL_STATUTORY_PARTNERS, sectors);
  if (needed(sectorsRepresented) === QuorumResult.INQUORATE) return ObligationStatus.BREACHED;
  const others = seats.filter(({ isStatutoryPartner }) => !isStatutoryPartner).map(({ sector }) => sector);
  const proven = sectorsRepresented.filter((sector) => !others.includes(sector));
  return needed(proven) === QuorumResult.QUORATE ? ObligationStatus.MET : ObligationStatus.NOT_ASSESSABLE;
}
