import { SeatCapacity } from '@hub/contract';
import { appointmentsOn, seats, type AppointmentRecord } from '@hub/partnership';
import { allOf, type SubgraphContext } from '@hub/subgraph-kit';
import { memberSignature } from './member-signature-record';

/** Every signature, the latest first: seats and terms of office bound how many there are. */
export const memberSignatures = allOf(memberSignature);

/** Who is a member: an observer or attendee is none (RED-21). */
const MEMBERS: readonly SeatCapacity[] = [SeatCapacity.MEMBER, SeatCapacity.LEAD_MEMBER, SeatCapacity.LAY_MEMBER];

/** Members at the end of a day, each with the day on which they had signed by then; null where they had not. */
export async function membersOn(
  context: SubgraphContext,
  on: string,
): Promise<{ member: AppointmentRecord; signedOn: string | null }[]> {
  const [held, places, signed] = await Promise.all([
    appointmentsOn(context, on),
    seats(context, on),
    memberSignatures(context),
  ]);
  const isMember = new Set(places.flatMap(({ id, capacity }) => (MEMBERS.includes(capacity) ? [id] : [])));
  return held
    .filter(({ seatId }) => seatId !== null && isMember.has(seatId))
    .map((member) => ({
      member,
      signedOn:
        signed.find((one) => one.appointmentReference === member.reference && one.signedOn <= on)?.signedOn ?? null,
    }));
}
