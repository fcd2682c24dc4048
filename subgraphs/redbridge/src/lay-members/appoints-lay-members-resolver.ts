import { AppointsLayMembers, DateScalar, LayMember } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LayMemberRecord } from './lay-member-record';
import { termEnd } from './term-end';

const layMembers = wholeTable(LayMemberRecord, { order: { appointedOn: 'ASC', id: 'ASC' } });

/** The lay members of a partnership. */
@Resolver(() => AppointsLayMembers)
export class AppointsLayMembersResolver {
  @FieldResolver(() => [LayMember], { nullable: true })
  layMembers(@Ctx() context: SubgraphContext) {
    return layMembers(context);
  }
}

/** What follows from a lay member's appointment. */
@Resolver(() => LayMember)
export class LayMemberResolver {
  @FieldResolver(() => DateScalar)
  termEndsOn(@Root() member: LayMemberRecord) {
    return termEnd(member.appointedOn);
  }
}
