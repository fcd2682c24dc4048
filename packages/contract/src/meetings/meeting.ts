import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Agency } from '../governance/agency';
import { Body } from '../governance/body';
import { QuorumResult } from '../governance/quorum-result';
import { SeatCapacity } from '../governance/seat-capacity';
import { Sector } from '../governance/sector';
import { Synthetic } from '../recording/synthetic';
import { AgendaItem } from './agenda-item';
import { MeetingAttendance } from './meeting-attendance';
import { MeetingMinutes } from './meeting-minutes';

@ObjectType({ description: 'A meeting that a body held.' })
@Directive('@shareable')
@Public()
export class Meeting extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Reference under which it is kept; null of one without.' })
  reference!: string | null;

  @Field(() => Body, { description: 'The body that met.' })
  body!: Body;

  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;

  @Field(() => [Sector], { description: 'Sectors represented at it.' })
  @ListSize(3)
  sectorsRepresented!: Sector[];

  @Field(() => QuorumResult, { description: "Whether it was quorate under its body's rule." })
  quorum!: QuorumResult;

  @Field(() => [Agency], {
    nullable: true,
    description: 'Which agencies the quorum needed and did not have. Empty where it was quorate, or no rule is stated.',
  })
  @ListSize(3)
  @RequiresScopes('governance:read')
  missingAgencies!: Agency[] | null;

  @Field(() => [MeetingAttendance], {
    nullable: true,
    description: 'Who came; null where only the sectors represented are recorded.',
  })
  @ListSize(12)
  @RequiresScopes('governance:read')
  attendance!: MeetingAttendance[] | null;

  @Field(() => [AgendaItem], { nullable: true, description: 'The items it took.' })
  @ListSize(8)
  @RequiresScopes('governance:read')
  agenda!: AgendaItem[] | null;

  @Field(() => [SeatCapacity], {
    nullable: true,
    description: 'In what capacities those sit who were sent all its papers.',
  })
  @ListSize(3)
  @RequiresScopes('governance:read')
  papersSentTo!: SeatCapacity[] | null;

  @Field(() => MeetingMinutes, { nullable: true, description: 'What became of its minutes; null where nothing did.' })
  minutes!: MeetingMinutes | null;
}
