import { HoldsMeetings, MeetingConnection, BodyBusiness } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { meetingPage } from './meeting-record';

/**
 * Makes the resolver of meetings, for a type that declares `meetings`.
 *
 * @param type - the interface of partnerships, or the London SCP.
 */
export function meetingsResolverFor(type: Function): Function {
  @Resolver(() => type)
  class MeetingsResolver {
    @FieldResolver(() => MeetingConnection, { nullable: true })
    meetings(
      @Ctx() context: SubgraphContext,
      @Arg('first', () => Int) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string | null,
    ) {
      return meetingPage(context, first, after);
    }
  }
  return MeetingsResolver;
}

/** What a partnership's bodies plan and decide. */
@Resolver(() => HoldsMeetings)
export class BusinessResolver {
  @FieldResolver(() => BodyBusiness, { nullable: true })
  business() {
    return new BodyBusiness();
  }
}
