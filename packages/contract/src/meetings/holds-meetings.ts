import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { BodyBusiness } from './body-business';
import type { Meeting } from './meeting';
import { MeetingConnection } from './meeting-connection';

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

  @Field(() => BodyBusiness, { nullable: true, description: 'What its bodies plan and decide, and who attends.' })
  @Public()
  business!: BodyBusiness | null;
}
