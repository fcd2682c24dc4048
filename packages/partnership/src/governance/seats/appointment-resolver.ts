import { Agency, Appointment, Body, DateScalar, Seat } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { bodyOn, seatById } from '../governance-loaders';
import type { AppointmentRecord } from './appointment-row';
import { allAppointments, endOfAppointment } from './seat-loaders';
import { termEndOf } from './term-end-of';

/** What an appointment leads to. */
@Resolver(() => Appointment)
export class AppointmentResolver {
  @FieldResolver(() => Seat, { nullable: true })
  seat(@Root() appointment: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return seatOf(appointment, context);
  }

  @FieldResolver(() => Body, { nullable: true })
  async body(@Root() appointment: AppointmentRecord, @Ctx() context: SubgraphContext) {
    const bodyId = (await seatOf(appointment, context))?.bodyId ?? appointment.bodyId;
    return bodyId === null ? null : await bodyOn(context, bodyId, appointment.appointedOn);
  }

  @FieldResolver(() => Agency, { nullable: true })
  async agency(@Root() appointment: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return appointment.agency ?? (await seatOf(appointment, context))?.agency ?? null;
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  termEndsOn(@Root() appointment: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return termEndOf(context, appointment);
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async endedOn(@Root() appointment: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return endOfAppointment(await allAppointments(context), appointment);
  }

  @FieldResolver(() => Boolean)
  isRenewed(@Root() appointment: AppointmentRecord) {
    return appointment.renewsReference !== null;
  }
}

const seatOf = async ({ seatId }: AppointmentRecord, context: SubgraphContext) =>
  seatId === null ? null : seatById(context, seatId);
