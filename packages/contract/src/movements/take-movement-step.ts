import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { ConferenceOutcome } from './conference-outcome';
import { MovementMove } from './movement-move';
import { StepDataInput } from './movement-data-inputs';
import { OrganisationKind } from './organisation-kind';
import { ReviewOutcome } from './review-outcome';
import { SendingMeans } from './sending-means';

@InputType({ description: 'A step of a movement, after its notice.' })
export class TakeMovementStepInput extends StepDataInput {
  @Field(() => ID, { description: 'A UUID of your own: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True where the other side took the step, and is outside the hub: you record it for them.',
  })
  onBehalf!: boolean;

  @Field(() => [ID], {
    nullable: true,
    description:
      'With RECORD_SENT_BY_HAND: ids of 1 to 100 steps that were sent, as `outside { toSend { step } }` has them.',
  })
  sends?: string[];

  @Field(() => SendingMeans, {
    nullable: true,
    description: 'With RECORD_SENT_BY_HAND: by what means they were sent.',
  })
  means?: SendingMeans;

  @Field(() => DateScalar, { nullable: true, description: 'With BOOK_CONFERENCE: the day for which it is booked.' })
  conferenceOn?: string;

  @Field(() => ConferenceOutcome, { nullable: true, description: 'With HOLD_CONFERENCE: what it decided.' })
  conferenceOutcome?: ConferenceOutcome;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'With RECORD_ORGANISATION_TOLD and RECORD_ORGANISATION_ACKNOWLEDGEMENT: which organisation.',
  })
  organisation?: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description:
      'With DECIDE_NOT_TO_SHARE: what kind of thing is not shared, in words that name nobody: up to 200 characters.',
  })
  withheld?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'With RECORD_SHIELDING: whether it must stay hidden where the child lives. Only who said so takes it back.',
  })
  isShielded?: boolean;

  @Field(() => ReviewOutcome, {
    nullable: true,
    description: 'With RECORD_REVIEW: what a review of a stay or a placement found.',
  })
  outcome?: ReviewOutcome;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day of the next review, as was agreed: with RECORD_REVIEW, AGREE_TEMPORARY_STAY or START_PLACEMENT.',
  })
  nextReviewOn?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken. Now, if left out.' })
  occurredAt?: string | null;
}
