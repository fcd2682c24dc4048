import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { AttendanceRate } from './attendance-rate';
import type { Meeting } from './meeting';
import { MeetingConnection } from './meeting-connection';
import type { ScheduledMeeting } from './scheduled-meeting';
import { ScheduledMeetingConnection } from './scheduled-meeting-connection';

@InterfaceType({ description: 'A partnership that publishes the meetings its bodies held.' })
export abstract class HoldsMeetings {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => MeetingConnection, { nullable: true, description: 'Meetings held, latest first.' })
  @Paged()
  @Public()
  meetings(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<Meeting> | null {
    return resolvedElsewhere('HoldsMeetings.meetings');
  }

  @Field(() => ScheduledMeetingConnection, { nullable: true, description: 'Meetings planned, latest first.' })
  @Paged()
  @Public()
  scheduledMeetings(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<ScheduledMeeting> | null {
    return resolvedElsewhere('HoldsMeetings.scheduledMeetings');
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
    return resolvedElsewhere('HoldsMeetings.attendanceRates');
  }
}
