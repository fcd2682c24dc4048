import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Agency } from '../governance/agency';
import { SeatCapacity } from '../governance/seat-capacity';

/** One who came to a meeting, by the office held: no person is named. */
@ObjectType({ description: 'One who came to a meeting, by office and not by name.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class MeetingAttendance {
  @Field(() => Agency, { nullable: true, description: 'The agency represented; null of one who stands for none.' })
  agency!: Agency | null;

  @Field(() => ID, { nullable: true, description: 'Id of the seat taken, where it was named.' })
  seatId!: string | null;

  @Field(() => SeatCapacity, { description: 'In what capacity.' })
  capacity!: SeatCapacity;

  @Field(() => String, { description: "The office, never a person's name." })
  role!: string;

  @Field(() => Boolean, { description: 'Whether as the delegate of whoever holds the seat.' })
  isDelegate!: boolean;

  @Field(() => [ID], { description: "Which of the document's tests of authority a delegate meets." })
  @ListSize(5)
  authorityTests!: string[];

  @Field(() => Boolean, {
    description: 'Whether it represents its agency: as a member or ex officio, and as a delegate with every test.',
  })
  isRepresentation!: boolean;
}
