import type { Scope } from '@hub/access';
import { type AnyRecord, demonstrates, type SubgraphModule } from '@hub/subgraph-kit';
import type { Facts } from '../../facts/facts';
import { AppointmentResolver } from './appointment-resolver';
import { appointmentEnd } from './appointment-end-record';
import { appointment } from './appointment-record';
import { AppointmentRecord } from './appointment-row';
import { chairEnd } from './chair-end-record';
import { chairAppointment } from './chair-record';
import { ChairAppointmentResolver } from './chair-resolver';
import { ChairAppointmentRecord } from './chair-row';
import { demonstrationAppointments } from './demonstration-appointments';
import { demonstrationChairs } from './demonstration-chairs';
import { fillsSeatsResolverFor } from './fills-seats-resolver';
import { seatEvidence } from './seat-evidence';
import { Seats1764900002000 } from './seats-migration';

/**
 * Who sits where: seats, support posts and chairs.
 *
 * @param type - the interface of partnerships, or the London SCP.
 * @param scope - of who records. @default whoever writes in the records of the partnership
 */
export const seatsOf = (type: Function, scope?: Scope) =>
  ({
    resolvers: [fillsSeatsResolverFor(type), AppointmentResolver, ChairAppointmentResolver],
    records: [appointment, appointmentEnd, chairAppointment, chairEnd].map((one: AnyRecord) =>
      scope ? { ...one, scope } : one,
    ),
    evidence: seatEvidence,
    migrations: [Seats1764900002000],
  }) satisfies SubgraphModule;

/** Who sits where, as the demonstration of a partnership or of the London SCP has it. */
export const seatDemonstrations = (id: string, facts: () => Facts) => [
  demonstrates(AppointmentRecord, () => demonstrationAppointments(id, facts())),
  demonstrates(ChairAppointmentRecord, () => demonstrationChairs(id, facts(), demonstrationAppointments(id, facts()))),
];
