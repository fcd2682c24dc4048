import { ChairOffice } from '@hub/contract';
import { allOf, type SubgraphContext } from '@hub/subgraph-kit';
import { appointment } from './appointment-record';
import type { AppointmentRecord } from './appointment-row';
import { chairAppointment } from './chair-record';
import type { ChairAppointmentRecord } from './chair-row';
import { dayBefore, earlier, isInForce, lastDayOf } from './terms';

/** Every appointment, the earliest first: seats and terms of office bound how many there are. */
export const allAppointments = allOf(appointment);

/** Every chair, the earliest first. */
export const allChairs = allOf(chairAppointment);

/** The last day of an appointment: its own, or that before its renewal. */
export async function endOfAppointment(context: SubgraphContext, one: AppointmentRecord): Promise<string | null> {
  return lastDayOf(one, await allAppointments(context));
}

/** The last day in office: its own, or that before the next in the same office of the body. Co-chairs sit beside each other. */
export async function endOfChair(context: SubgraphContext, one: ChairAppointmentRecord): Promise<string | null> {
  if (one.office === ChairOffice.CO_CHAIR) return one.endedOn;
  const next = (await allChairs(context)).find(
    ({ bodyId, office, appointedOn }) =>
      bodyId === one.bodyId && office === one.office && appointedOn > one.appointedOn,
  );
  return earlier(one.endedOn, next ? dayBefore(next.appointedOn) : null);
}

/** Appointments that are in force at the end of a day. */
export async function appointmentsOn(context: SubgraphContext, on: string): Promise<AppointmentRecord[]> {
  const all = await allAppointments(context);
  return all.filter((one) => isInForce({ ...one, endedOn: lastDayOf(one, all) }, on));
}

/** Chairs that are in office at the end of a day. */
export async function chairsOn(context: SubgraphContext, on: string): Promise<ChairAppointmentRecord[]> {
  const all = await allChairs(context);
  const ends = await Promise.all(all.map((one) => endOfChair(context, one)));
  return all.filter((one, index) => isInForce({ ...one, endedOn: ends[index]! }, on));
}
