import { ChairOffice } from '@hub/contract';
import { allOf, type SubgraphContext } from '@hub/subgraph-kit';
import { appointment } from './appointment-record';
import type { AppointmentRecord } from './appointment-row';
import { chairAppointment } from './chair-record';
import type { ChairAppointmentRecord } from './chair-row';
import { dayBefore, earlier, isInForce, lastDayOf, renewalsIn } from './terms';

/** Every appointment, the earliest first: seats and terms of office bound how many there are. */
export const allAppointments = allOf(appointment);

/** Every chair, the earliest first. */
export const allChairs = allOf(chairAppointment);

/** What is derived of a list, once for each list. */
function onceOf<Row extends object, Derived>(derive: (all: Row[]) => Derived): (all: Row[]) => Derived {
  const known = new WeakMap<Row[], Derived>();
  return (all) => {
    const derived = known.get(all) ?? derive(all);
    known.set(all, derived);
    return derived;
  };
}

const renewals = onceOf((all: AppointmentRecord[]) => renewalsIn(all));

const officeOf = ({ bodyId, office }: ChairAppointmentRecord) => `${bodyId}/${office}`;

/** The days on which somebody came into each office of each body, the earliest first. */
const beginnings = onceOf((all: ChairAppointmentRecord[]) => {
  const days = new Map<string, string[]>();
  for (const one of all) days.set(officeOf(one), [...(days.get(officeOf(one)) ?? []), one.appointedOn]);
  return days;
});

/** The last day of an appointment: its own, or that before its renewal. */
export async function endOfAppointment(context: SubgraphContext, one: AppointmentRecord): Promise<string | null> {
  return lastDayOf(one, renewals(await allAppointments(context)));
}

/** The last day in office: its own, or that before the next in the same office of the body. Co-chairs sit beside each other. */
export async function endOfChair(context: SubgraphContext, one: ChairAppointmentRecord): Promise<string | null> {
  if (one.office === ChairOffice.CO_CHAIR) return one.endedOn;
  const next = beginnings(await allChairs(context))
    .get(officeOf(one))
    ?.find((appointedOn) => appointedOn > one.appointedOn);
  return earlier(one.endedOn, next === undefined ? null : dayBefore(next));
}

/** Appointments that are in force at the end of a day. */
export async function appointmentsOn(context: SubgraphContext, on: string): Promise<AppointmentRecord[]> {
  const all = await allAppointments(context);
  return all.filter((one) => isInForce({ ...one, endedOn: lastDayOf(one, renewals(all)) }, on));
}

/** Chairs that are in office at the end of a day. */
export async function chairsOn(context: SubgraphContext, on: string): Promise<ChairAppointmentRecord[]> {
  const all = await allChairs(context);
  const ends = await Promise.all(all.map((one) => endOfChair(context, one)));
  return all.filter((one, index) => isInForce({ ...one, endedOn: ends[index]! }, on));
}
