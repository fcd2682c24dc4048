import {
  ConferenceOutcome,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  MovementMove,
  MovementSide,
  ListSize,
  MovementStepStanding,
  OrganisationKind,
  RefusedStepSettlement,
  RequiresScopes,
  SendingMeans,
} from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Why the hub refuses a step: it did not happen.' })
@RequiresScopes('movements:read')
export class OwnStepRefusal {
  @Field(() => String, { description: 'A stable code, as `OUT_OF_ORDER`.' })
  code!: string;

  @Field(() => String, { description: 'The field at fault.' })
  field!: string;

  @Field(() => String, { description: 'What is wrong, and what to do about it.' })
  message!: string;

  @Field(() => RefusedStepSettlement, {
    nullable: true,
    description: 'By whom it was settled, and what they found; null while it waits for somebody.',
  })
  settlement!: RefusedStepSettlement | null;
}

/** A step of a movement in the partnership's own copy of its history. */
@ObjectType({ description: "A step of a movement, in the partnership's own copy of its history." })
@RequiresScopes('movements:read')
export class OwnMovementStep {
  /** For the record of access. */
  childPseudonym!: string | null;

  @Field(() => ID, { description: 'Id of the message that carries it.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => MovementSide, { description: 'The side that took it.' })
  side!: MovementSide;

  @Field(() => ID, { description: 'GSS code of the authority that took it.' })
  authority!: string;

  @Field(() => ID, { description: 'Stable id of the person who took it, and is accountable for it.' })
  person!: string;

  @Field(() => String, { description: 'The role in which it was taken, as `duty-team`.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'When it was taken, as its side says.' })
  occurredAt!: string;

  @Field(() => MovementStepStanding, { description: 'How it stands at the hub.' })
  standing!: MovementStepStanding;

  @Field(() => OwnStepRefusal, { nullable: true, description: 'Why it is refused; null of any other.' })
  refusal!: OwnStepRefusal | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the hub recorded it; null of an own step that is on its way there, or is refused.',
  })
  recordedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, where it was said.' })
  reason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the authority that recorded it for the other side, which is outside the hub; else null.',
  })
  recordedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a step that was recorded for the other side, or was sent by hand, is known by.',
  })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: 'Reference of the letter that accepts responsibility.' })
  confirmation!: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the steps that were sent by hand to an authority outside the hub; null where none were.',
  })
  @ListSize(3)
  sends!: readonly string[] | null;

  @Field(() => SendingMeans, { nullable: true, description: 'By what means they were sent; null where none were.' })
  means!: SendingMeans | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day for which it books the conference.' })
  conferenceOn!: string | null;

  @Field(() => ConferenceOutcome, { nullable: true, description: 'What the conference decided, where it was said.' })
  conferenceOutcome!: ConferenceOutcome | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Which organisation was told, or has said that it knows.',
  })
  organisation!: OrganisationKind | null;

  @Field(() => String, { nullable: true, description: 'What kind of thing it decided not to share.' })
  withheld!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its side shields the child from then on; null where it says nothing of it.',
  })
  isShielded!: boolean | null;
}

/** Pages of them, latest first. */
export const OwnMovementStepConnection = connectionOf('OwnMovementStep', OwnMovementStep);
