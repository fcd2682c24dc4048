import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { MovementCategory } from './movement-category';
import { MovementPlanning } from './movement-planning';
import { MovementPermanence } from './movement-permanence';
import { PlacementApprover } from './placement-approver';
import { PlacementDistance } from './placement-distance';
import type { MoveData } from './rules';
import { SentDocumentInput } from './sent-document';

/** What a step says beside that it was taken. Which of it a move must carry is in the table of transitions. */
@InputType({ description: 'What a step of a movement says. Which of it a move must carry, its procedure says.' })
export class StepDataInput implements MoveData {
  @Field(() => Boolean, { nullable: true, description: 'Whether an order holds that keeps the origin responsible.' })
  hasStatutoryOrder?: boolean;

  @Field(() => [SentDocumentInput], {
    nullable: true,
    description: 'The transfer pack that was sent: 1 to 50 documents.',
  })
  transferPack?: SentDocumentInput[];

  @Field(() => String, { nullable: true, description: 'Why, in words that name nobody: up to 1000 characters.' })
  reason?: string;

  @Field(() => String, { nullable: true, description: 'Reference of the letter that accepts responsibility.' })
  confirmation?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "With onBehalf: what the other side's step is known by, as a letter's reference and day; with RECORD_SENT_BY_HAND, " +
      'what was sent is.',
  })
  evidence?: string;

  @Field(() => PlacementApprover, { nullable: true, description: 'Who approved a placement out of area.' })
  approver?: PlacementApprover;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a missing child returned or was found.' })
  returnedAt?: string;

  @Field(() => MovementCategory, { nullable: true, description: 'Which of several circumstances has ended.' })
  circumstance?: MovementCategory;
}

/** What a notice says, and an amendment may say anew. */
@InputType({ description: 'What a notice of movement says of the move, and may be amended.' })
export class MoveDetailsInput extends StepDataInput {
  @Field(() => [MovementCategory], {
    nullable: true,
    description: "What else the child's situation is, beside the category: each has its own time limits and end.",
  })
  circumstances?: MovementCategory[];

  @Field(() => String, {
    nullable: true,
    description: 'Name of a destination outside London. Its code says it: leave it out.',
  })
  destinationName?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the origin became aware of an unplanned move.' })
  becameAwareAt?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of an unborn child: the day on which the birth is expected. It is kept, and shown to both sides.',
  })
  expectedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the move, where it is known.' })
  movedOn?: string;

  @Field(() => PlacementDistance, { nullable: true, description: 'How far a placement is from the placing authority.' })
  distance?: PlacementDistance;

  @Field(() => Boolean, { nullable: true, description: 'Whether a placement is an emergency.' })
  isEmergency?: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which a placement begins.' })
  placementStartsOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which a household's accommodation was made available.",
  })
  accommodationAvailableOn?: string;
}

@InputType({ description: 'What a notice of movement says of the move.' })
export class NoticeDataInput extends MoveDetailsInput {
  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => ID, {
    description: 'GSS code of the originating authority; `ABROAD:FR` of another country, `UNKNOWN` where nobody knows.',
  })
  origin!: string;

  @Field(() => ID, { description: 'GSS code of the receiving authority; `ABROAD:FR` of another country.' })
  destination!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of an origin outside London. Its code says it: leave it out.',
  })
  originName?: string;

  @Field(() => MovementPermanence, { description: 'Whether the move is meant to last.' })
  permanence!: MovementPermanence;

  @Field(() => MovementPlanning, { description: 'Whether the move was planned.' })
  planning!: MovementPlanning;
}
