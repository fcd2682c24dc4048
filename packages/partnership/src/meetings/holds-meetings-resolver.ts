import {
  AttendanceRate,
  DateScalar,
  HoldsMeetings,
  MeetingConnection,
  ScheduledMeetingConnection,
  TakesDecisions,
  BodyDecisionConnection,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { attendanceRates } from './attendance-rates';
import { bodyDecisionPage } from './body-decision-record';
import { meetingPage } from './meeting-record';
import { scheduledMeetingPage } from './scheduled-meeting-record';

/**
 * Makes the resolver of meetings, for a type that declares `meetings` and `attendanceRates`.
 *
 * @param type - the interface of partnerships, or the London SCP.
 */
export function holdsMeetingsResolverFor(type: Function): Function {
  @Resolver(() => type)
  class HoldsMeetingsResolver {
    @FieldResolver(() => MeetingConnection, { nullable: true })
    meetings(
      @Ctx() context: SubgraphContext,
      @Arg('first', () => Int) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string | null,
    ) {
      return meetingPage(context, first, after);
    }

    @FieldResolver(() => [AttendanceRate], { nullable: true })
    attendanceRates(
      @Ctx() context: SubgraphContext,
      @Arg('from', () => DateScalar) from: string,
      @Arg('to', () => DateScalar) to: string,
    ) {
      return attendanceRates(context, from, to);
    }
  }
  return HoldsMeetingsResolver;
}

/** The meetings that a partnership's bodies plan. */
@Resolver(() => HoldsMeetings)
export class ScheduledMeetingsResolver {
  @FieldResolver(() => ScheduledMeetingConnection, { nullable: true })
  scheduledMeetings(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return scheduledMeetingPage(context, first, after);
  }
}

/** What a partnership's bodies decided. */
@Resolver(() => TakesDecisions)
export class TakesDecisionsResolver {
  @FieldResolver(() => BodyDecisionConnection, { nullable: true })
  decisions(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return bodyDecisionPage(context, first, after);
  }
}
