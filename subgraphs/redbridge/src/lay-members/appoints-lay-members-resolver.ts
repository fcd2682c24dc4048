import { AppointsLayMembers, DateScalar, LayMember, SeatCapacity } from '@hub/contract';
import { allAppointments, type AppointmentRecord, seats, termEndOf } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';

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
  /** The appointment has an id of its own: a lay member is another thing to a client that keeps answers by id. */
  @FieldResolver(() => ID)
  id(@Root() { reference }: AppointmentRecord) {
    return `redbridge:lay-member:${reference}`;
  }

  @FieldResolver(() => DateScalar)
  termEndsOn(@Root() member: AppointmentRecord, @Ctx() context: SubgraphContext) {
    return termEndOf(context, member);
  }

  @FieldResolver(() => Boolean)
  isRenewed(@Root() member: AppointmentRecord) {
    return member.renewsReference !== null;
  }
}
