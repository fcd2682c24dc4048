import {
  AwaitedMovementStep,
  ChildRecord,
  connectionOf,
  Cost,
  DateScalar,
  DateTimeScalar,
  ListSize,
  MovementConference,
  MovementNextStep,
  MovementNotice,
  MovementOrganisation,
  MovementSide,
  MovementState,
  OutsideParty,
  RequiresScopes,
} from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { OwnMovementStep } from './own-movement-step';

/** A movement as the partnership itself has it, whether or not the hub answers. */
@ObjectType({ description: "A child's movement as this partnership itself has it, for its own side." })
@RequiresScopes('movements:read')
export class OwnMovement {
  /** For the record of access. */
  childPseudonym!: string;
  /** The side of the caller's own authority; null to the partnership's system. */
  ownSide!: MovementSide | null;

  @Field(() => ID, { description: 'Global id of the movement, the same as at the hub.' })
  id!: string;

  @Field(() => MovementState, {
    nullable: true,
    description: 'Its state as far as this partnership knows; null where there is no notice.',
  })
  state!: MovementState | null;

  @Field(() => ID, { description: 'GSS code of the authority that the child moves from.' })
  originCode!: string;

  @Field(() => ID, { description: 'GSS code of the authority that the child moves to.' })
  destinationCode!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of a child who was unborn: the day on which the birth was expected, as the notice or arrival says.',
  })
  expectedOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the child is known by a local reference alone, since there is no NHS number: ask who it is.',
  })
  isUnnumbered!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When notice was given; null where there is none.' })
  notifiedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null until then.' })
  endedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the destination first said that it has the notice, or took another step, as far as is known here: its system ' +
      'says so by itself. Null while it is silent.',
  })
  @Cost(100)
  acknowledgedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When a person of the destination first took a step, and so had read the notice; null while its system alone has it.',
  })
  @Cost(100)
  readAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The role of that person, as `duty-team`; null while nobody has read it.',
  })
  @Cost(100)
  readByRole!: string | null;

  @Field(() => OutsideParty, {
    nullable: true,
    description:
      'The side that is outside the hub, and what it has to be sent by hand. Null where both are in it, or where that is not ' +
      'known here, as of an authority of London until the hub has recorded a step on its behalf: the hub knows it of each.',
  })
  @Cost(100)
  outside!: OutsideParty | null;

  @Field(() => [OwnMovementStep], {
    nullable: true,
    description:
      "Its steps: in the hub's order, own ones that it refused among them, and after them own steps on their way there.",
  })
  @ListSize(6)
  @Cost(100)
  steps!: OwnMovementStep[] | null;

  @Field(() => MovementNotice, {
    nullable: true,
    description: 'What its notice says, as amended since; null where there is none.',
  })
  @Cost(50)
  notice!: MovementNotice | null;

  @Field(() => [MovementSide], {
    nullable: true,
    description:
      'The sides that shield the child: while there is one, it must stay hidden where the child lives, and neither side shows ' +
      'the other its team.',
  })
  @ListSize(1)
  @Cost(50)
  shieldedBy!: MovementSide[] | null;

  @Field(() => MovementConference, {
    nullable: true,
    description: 'The transfer-in conference; null while none is booked or held.',
  })
  @Cost(50)
  conference!: MovementConference | null;

  @Field(() => [MovementOrganisation], {
    nullable: true,
    description: 'Whom each side tells of the move beside the other, and who has said that they know.',
  })
  @ListSize(4)
  @Cost(50)
  organisations!: MovementOrganisation[] | null;

  @Field(() => [MovementNextStep], {
    nullable: true,
    description: 'The steps that either side may take now; none where there is no notice.',
  })
  @ListSize(8)
  @Cost(50)
  nextSteps!: MovementNextStep[] | null;

  @Field(() => [AwaitedMovementStep], {
    nullable: true,
    description:
      'What it waits for, and of whom. Until when, the hub says, which has the rules of the procedures; a day that was agreed ' +
      'for a review is known here.',
  })
  @ListSize(3)
  @Cost(50)
  awaiting!: AwaitedMovementStep[] | null;

  @Field(() => ChildRecord, { nullable: true, description: "The own side's record." })
  @RequiresScopes('child-records:read')
  @Cost(100)
  record!: ChildRecord | null;
}

/** Pages of them, latest notice first. */
export const OwnMovementConnection = connectionOf('OwnMovement', OwnMovement);
