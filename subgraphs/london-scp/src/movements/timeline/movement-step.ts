import {
  amendmentsOf,
  ConferenceOutcome,
  DateScalar,
  DateTimeScalar,
  MovementCategory,
  ListSize,
  MovementMove,
  MovementSide,
  MovementState,
  OrganisationKind,
  PlacementApprover,
  RequiresScopes,
  ReviewOutcome,
  SendingMeans,
  SentDocument,
  type Movement,
} from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NoticeAmendment } from './notice-amendment';

/** A step of a movement's history, with who answers for it and what was said. */
@ObjectType({ description: 'A step of a movement, as the hub recorded it: who answers for it, and what was said.' })
@RequiresScopes('movements:read')
export class MovementStep {
  @Field(() => ID, { description: 'Id of the message that carries it.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in the history, from 0, which is the notice.' })
  position!: number;

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

  @Field(() => DateTimeScalar, { description: 'When the hub recorded it.' })
  recordedAt!: string;

  @Field(() => MovementState, { description: 'The state that it led to, or left as it was.' })
  state!: MovementState;

  @Field(() => String, { nullable: true, description: 'Why, where it was said.' })
  reason!: string | null;

  @Field(() => [NoticeAmendment], { description: 'What it amended of the notice; empty of any other step.' })
  @ListSize(2)
  amended!: NoticeAmendment[];

  @Field(() => MovementCategory, {
    nullable: true,
    description: 'Which circumstance has ended, where the step says so.',
  })
  circumstance!: MovementCategory | null;

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

  @Field(() => [SentDocument], {
    nullable: true,
    description: 'The transfer pack that was sent with it; null where none was.',
  })
  @ListSize(3)
  transferPack!: SentDocument[] | null;

  @Field(() => PlacementApprover, {
    nullable: true,
    description: 'Who approved the placement, where the step says so.',
  })
  approver!: PlacementApprover | null;

  @Field(() => ReviewOutcome, { nullable: true, description: 'What a review found; null where the step is none.' })
  outcome!: ReviewOutcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the next review was to be, as was agreed with the step; null where nothing was.',
  })
  nextReviewOn!: string | null;

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

/** A step of a history as the graph shows it. */
export function stepOf(movement: Movement, position: number): MovementStep {
  const { event, state } = movement.history[position]!;
  const { id, move, side, authority, person, role, occurredAt, recordedAt, data } = event;
  const {
    reason = null,
    confirmation = null,
    recordedBy = null,
    evidence = null,
    circumstance = null,
    transferPack,
    approver = null,
    outcome = null,
    nextReviewOn = null,
    sends = null,
    means = null,
    conferenceOn = null,
    conferenceOutcome = null,
    organisation = null,
    withheld = null,
    isShielded = null,
  } = data;
  return Object.assign(new MovementStep(), {
    ...{ position, move, side, authority, person, role, occurredAt, recordedAt, state, reason, confirmation, approver },
    ...{ id, recordedBy, evidence, circumstance, outcome, nextReviewOn, sends, means },
    ...{ conferenceOn, conferenceOutcome, organisation, withheld, isShielded },
    amended: amendmentsOf(movement, position).map((part) => Object.assign(new NoticeAmendment(), part)),
    transferPack: transferPack?.map((item) => Object.assign(new SentDocument(), item)) ?? null,
  });
}
