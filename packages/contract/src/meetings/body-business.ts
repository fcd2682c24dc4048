import { Arg, Directive, Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { AttendanceRate } from './attendance-rate';
import type { BodyDecision } from './body-decision';
import { BodyDecisionConnection } from './body-decision-connection';
import type { ScheduledMeeting } from './scheduled-meeting';
import { ScheduledMeetingConnection } from './scheduled-meeting-connection';

/** One field of a partnership, since what stands on its type stands in the schema once for each of them. */
@ObjectType({ description: 'What the bodies of a partnership plan and decide, and who attends.' })
@Directive('@shareable')
@Public()
export class BodyBusiness {
  @Field(() => ScheduledMeetingConnection, { nullable: true, description: 'Meetings planned, latest first.' })
  @Paged()
  scheduledMeetings(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<ScheduledMeeting> | null {
    return resolvedElsewhere('BodyBusiness.scheduledMeetings');
  }

  @Field(() => [AttendanceRate], {
    nullable: true,
    description: 'How often each agency was at the meetings of the bodies on which it has a seat, by body and agency.',
  })
  @ListSize(20)
  @Cost(50)
  @RequiresScopes('governance:read')
  attendanceRates(
    @Arg('from', () => DateScalar, { description: 'The first day that counts.' }) _from: string,
    @Arg('to', () => DateScalar, { description: 'The last day that counts.' }) _to: string,
  ): AttendanceRate[] | null {
    return resolvedElsewhere('BodyBusiness.attendanceRates');
  }

  @Field(() => BodyDecisionConnection, { nullable: true, description: 'Decisions of its bodies, latest first.' })
  @Paged()
  @Cost(50)
  @RequiresScopes('governance:read')
  decisions(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<BodyDecision> | null {
    return resolvedElsewhere('BodyBusiness.decisions');
  }
}
