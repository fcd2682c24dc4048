import { ChairOffice, chairProblem, referenceKey, SeatCapacity } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { bodyThen, statutoryPartnersThen } from '../document-then';
import { SeatRecord } from '../seat-record';
import { AppointmentRecord } from './appointment-row';
import type { AppointChairInput } from './chair-record';
import { ChairAppointmentRecord } from './chair-row';

/** Capacities in which somebody is one of the members: an observer is none (RED-21). */
const MEMBERS: readonly SeatCapacity[] = [SeatCapacity.MEMBER, SeatCapacity.LEAD_MEMBER, SeatCapacity.LAY_MEMBER];

/** A chair, vice-chair or scrutineer as the document arranges it. What the document is silent on is not refused. */
export const isAsArranged: Check<AppointChairInput> = {
  codes: ['NOT_AS_ARRANGED'],
  async problems({ bodyId, memberReference, agencyId, isAlsoScrutineer, ...given }, manager) {
    const body = await bodyThen(manager, bodyId, given.appointedOn);
    const partners = await statutoryPartnersThen(manager, given.appointedOn);
    const chairs = await manager.find(ChairAppointmentRecord, {
      where: { bodyId, office: ChairOffice.CHAIR, isSynthetic: false },
      relations: { agency: true },
    });
    const found = chairProblem(
      body?.chairArrangement ?? null,
      {
        ...{ ...given, agencyId: agencyId ?? null, isAlsoScrutineer: isAlsoScrutineer ?? null },
        isMember: memberReference ? await isMemberOf(bodyId, memberReference, manager) : null,
      },
      {
        statutoryAgencies: partners.map(({ agency }) => agency.id),
        otherChairs: chairs
          .filter(({ id }) => !referenceKey(id).endsWith(`:chair:${referenceKey(given.reference)}`))
          .map(({ sector, agency, appointedOn }) => ({ sector, agencyId: agency?.id ?? null, appointedOn })),
      },
    );
    return [found && problem(found.field, 'NOT_AS_ARRANGED', found.message)];
  },
};

async function isMemberOf(bodyId: string, reference: string, manager: EntityManager): Promise<boolean> {
  const appointment = await manager.findOneBy(AppointmentRecord, { reference });
  if (!appointment?.seatId) return false;
  const seat = await manager.findOneBy(SeatRecord, { id: appointment.seatId });
  return seat !== null && seat.bodyId === bodyId && MEMBERS.includes(seat.capacity);
}
