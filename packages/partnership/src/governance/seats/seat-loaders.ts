import { ChairOffice, plusDays } from '@hub/contract';
import { allOf, grouped, onceOf, type SubgraphContext } from '@hub/subgraph-kit';
import { appointment } from './appointment-record';
import type { AppointmentRecord } from './appointment-row';
import { chairAppointment } from './chair-record';
import type { ChairAppointmentRecord } from './chair-row';
import { earlier, isInForce, lastDayOf, renewalsIn } from './terms';

/** Every appointment, the earliest first: seats and terms of office bound how many there are. */
export const allAppointments = allOf(appointment);

/** Every chair, the earliest first. */
export const allChairs = allOf(chairAppointment);

const renewals = onceOf((all: AppointmentRecord[]) => renewalsIn(all));

const officeOf = ({ bodyId, office }: ChairAppointmentRecord) => `${bodyId}/${office}`;

/** Who came into each office of each body, the earliest first. */
const holders = onceOf((all: ChairAppointmentRecord[]) => grouped(all, officeOf));

/** The last day of an appointment: its own, or that before its renewal. */
export const endOfAppointment = (all: AppointmentRecord[], one: AppointmentRecord): string | null =>
  lastDayOf(one, renewals(all));

/** The last day in office: its own, or that before the next in the same office of the body. Co-chairs sit beside each other. */
export function endOfChair(all: ChairAppointmentRecord[], one: ChairAppointmentRecord): string | null {
  if (one.office === ChairOffice.CO_CHAIR) return one.endedOn;
  const next = holders(all)
    .get(officeOf(one))
    ?.find(({ appointedOn }) => appointedOn > one.appointedOn);
  return earlier(one.endedOn, next === undefined ? null : plusDays(next.appointedOn, -1));
}

/** Appointments that are in force at the end of a day. */
export async function appointmentsOn(context: SubgraphContext, on: string): Promise<AppointmentRecord[]> {
  const all = await allAppointments(context);
  return all.filter((one) => isInForce({ ...one, endedOn: endOfAppointment(all, one) }, on));
}

/** Chairs that are in office at the end of a day. */
export async function chairsOn(context: SubgraphContext, on: string): Promise<ChairAppointmentRecord[]> {
  const all = await allChairs(context);
  return all.filter((one) => isInForce({ ...one, endedOn: endOfChair(all, one) }, on));
}
