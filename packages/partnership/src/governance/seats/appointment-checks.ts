import { PlacesRule, referenceKey, SeatCapacity } from '@hub/contract';
import { check, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { bodyThen } from '../document-then';
import { SeatRecord } from '../seat-record';
import type { RecordAppointmentInput } from './appointment-record';
import { AppointmentRecord } from './appointment-row';
import { isInForce, lastDayOf, renewalsIn, type Term } from './terms';

/** What is given, and on a correction the last day that was recorded since. */
type Given = RecordAppointmentInput & { endedOn?: string | null };

/** Capacities in which somebody is a member, and represents an agency. */
const MEMBERS: readonly SeatCapacity[] = [SeatCapacity.MEMBER, SeatCapacity.LEAD_MEMBER];

/** What must stand for an appointment to be recorded: the caps of the document, and those who must agree. */
export const appointmentChecks: Check<Given>[] = [
  check<Given>('AGENCY_NOT_OF_SEAT', 'agencyId', async ({ seatId, agencyId }, manager) => {
    const seat = await seatOf(seatId, manager);
    const isOther =
      Boolean(agencyId) && seat?.agency !== null && seat?.agency !== undefined && seat.agency.id !== agencyId;
    return isOther && `The seat is that of ${seat!.agency!.id}. Give that agency, or leave it out.`;
  }),
  check<Given>('RENEWAL_OUT_OF_ORDER', 'renewsReference', async (given, manager) => {
    if (!given.renewsReference) return null;
    const before = await manager.findOneBy(AppointmentRecord, { reference: given.renewsReference });
    if (before === null) return null;
    const others = await manager.findBy(AppointmentRecord, { renewsReference: before.reference });
    if (before.seatId !== (given.seatId ?? null) || before.bodyId !== (given.bodyId ?? null)) {
      return `${before.reference} is of another place. Give an appointment to the same seat or body.`;
    }
    if (others.some(({ reference }) => !isSame(reference, given.reference))) {
      return `${before.reference} is renewed already, by ${others[0]!.reference}. Name that one.`;
    }
    const isBefore = given.appointedOn <= before.appointedOn || before.endedOn !== null;
    return (
      isBefore && `${before.reference} began on ${before.appointedOn}, and a renewal begins later, while it goes on.`
    );
  }),
  check<Given>('SEAT_FULL', 'seatId', async (given, manager) => {
    const full = await fullSeat(given, manager);
    return full && `${full} End an appointment by endAppointment, or name the one that this renews.`;
  }),
  check<Given>('CHAIR_AGREEMENT_MISSING', 'agreedOn', async (given, manager) => {
    const seat = await seatOf(given.seatId, manager);
    const agencyId = given.agencyId ?? seat?.agency?.id ?? null;
    if (!seat || given.agreedOn || agencyId === null || !MEMBERS.includes(seat.capacity)) return null;
    const most = (await bodyThen(manager, seat.bodyId, given.appointedOn))?.representativesPerAgency ?? null;
    if (most === null) return null;
    const seats = await manager.find(SeatRecord, { where: { bodyId: seat.bodyId }, relations: { agency: true } });
    const others = await othersIn({}, given, manager);
    const represented = others.filter((other) => {
      const its = seats.find(({ id, capacity }) => id === other.seatId && MEMBERS.includes(capacity));
      return its && (other.agency?.id ?? its.agency?.id) === agencyId && isInForce(other, given.appointedOn);
    });
    return (
      represented.length >= most &&
      `${agencyId} is represented already, and more need the agreement of the chair (RED-17). Give agreedOn.`
    );
  }),
];

type Filling = Pick<Given, 'reference' | 'seatId' | 'appointedOn' | 'endedOn' | 'renewsReference'>;

/** On which day a seat has no place for a term beside all others, in words; null where it always has. */
export async function fullSeat(term: Filling, manager: EntityManager): Promise<string | null> {
  const seat = await seatOf(term.seatId, manager);
  if (!seat || seat.places === null || seat.placesRule === PlacesRule.NOT_SPECIFIED) return null;
  const others = await othersIn({ seatId: seat.id }, term, manager);
  const fills = { appointedOn: term.appointedOn, endedOn: term.endedOn ?? null };
  const days = [term.appointedOn, ...others.map(({ appointedOn }) => appointedOn)].filter((day) =>
    isInForce(fills, day),
  );
  const full = days.find((day) => others.filter((other) => isInForce(other, day)).length >= seat.places!);
  return full === undefined ? null : `The seat has ${seat.places} places, and all are filled on ${full}.`;
}

const isSame = (one: string, other: string) => referenceKey(one) === referenceKey(other);

const seatOf = (seatId: string | null | undefined, manager: EntityManager) =>
  seatId ? manager.findOne(SeatRecord, { where: { id: seatId }, relations: { agency: true } }) : null;

/** Other appointments with the last days of them, as they are once the given one is recorded. */
async function othersIn(where: { seatId?: string }, given: Filling, manager: EntityManager) {
  // Demonstration data stands in the way of nothing.
  const rows = await manager.find(AppointmentRecord, {
    where: { ...where, isSynthetic: false },
    relations: { agency: true },
  });
  const renewal = { ...given, renewsReference: given.renewsReference ?? null };
  const others = rows.filter(({ reference }) => !isSame(reference, given.reference));
  const renewals = renewalsIn([...others, renewal]);
  return others.map((row): AppointmentRecord & Term => ({ ...row, endedOn: lastDayOf(row, renewals) }));
}
