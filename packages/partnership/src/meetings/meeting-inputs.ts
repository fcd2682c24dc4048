import { AgendaItemKind, DateScalar, SeatCapacity } from '@hub/contract';
import { Field, ID, InputType } from 'type-graphql';

/** One who came to a meeting. */
@InputType({ description: 'One who came to a meeting, by office and not by name.' })
export class MeetingAttendanceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the agency represented, as `Agency.id`. None of one who stands for none, as a lay member.',
  })
  agencyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the seat taken, of the body that met.' })
  seatId?: string | null;

  @Field(() => SeatCapacity, { description: 'In what capacity.' })
  capacity!: SeatCapacity;

  @Field(() => String, { description: "The office, never a person's name." })
  role!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether as the delegate of whoever holds the seat. No by default.',
  })
  isDelegate?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Which of `termsOfReference { authorityTests { id } }` a delegate meets. None by default.',
  })
  authorityTests?: string[] | null;
}

/** An item that a meeting took. */
@InputType({ description: 'An item that a meeting took.' })
export class AgendaItemInput {
  @Field(() => AgendaItemKind, { description: 'What it was about.' })
  kind!: AgendaItemKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

/** What is recorded of a meeting. */
@InputType({ description: 'A meeting that a body held, with everybody who came.' })
export class RecordMeetingInput {
  @Field(() => String, { description: "The partnership's own reference of it, the one under which it was planned." })
  reference!: string;

  @Field(() => ID, { description: 'Id of the body that met.' })
  bodyId!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after today.' })
  heldOn!: string;

  @Field(() => [MeetingAttendanceInput], { description: 'Everybody who came.' })
  attendance!: MeetingAttendanceInput[];

  @Field(() => [AgendaItemInput], { nullable: true, description: 'The items it took. None by default.' })
  agenda?: AgendaItemInput[] | null;

  @Field(() => [SeatCapacity], {
    nullable: true,
    description: 'In what capacities those sit who were sent all its papers. None by default.',
  })
  papersSentTo?: SeatCapacity[] | null;
}
