import { AppointsLayMembers, DateScalar, LayMember, SeatCapacity } from '@hub/contract';
import { allAppointments, type AppointmentRecord, seats, termEndOf } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** The lay members of a partnership: the appointments to its seats for them. */
@Resolver(() => AppointsLayMembers)
export class AppointsLayMembersResolver {
  @FieldResolver(() => [LayMember], { nullable: true })
  async layMembers(@Ctx() context: SubgraphContext) {
    const [all, places] = await Promise.all([allAppointments(context), seats(context)]);
    const lay = new Set(places.flatMap(({ id, capacity }) => (capacity === SeatCapacity.LAY_MEMBER ? [id] : [])));
    return all.filter(({ seatId }) => seatId !== null && lay.has(seatId));
  }
}

/** What follows from a lay member's appointment. */
@Resolver(() => LayMember)
export class LayMemberResolver {
  @FieldResolver(() => DateScalar)
  termEndsOn(@Root() member: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return termEndOf(context, member);
  }

  @FieldResolver(() => Boolean)
  isRenewed(@Root() member: AppointmentRecord) {
    return member.renewsReference !== null;
  }
}
