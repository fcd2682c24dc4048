import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { MoveDetailsInput } from './movement-data-inputs';
import { MovementCategory } from './movement-category';
import { MovementPermanence } from './movement-permanence';
import { MovementPlanning } from './movement-planning';

@InputType({
  description:
    'What of a notice is amended: what is left out stays, a further circumstance is added. Time limits go on from the notice.',
})
export class AmendNoticeInput extends MoveDetailsInput {
  @Field(() => ID, { description: 'A UUID of your own: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => MovementCategory, { nullable: true, description: "The child's situation when moving." })
  category?: MovementCategory;

  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the receiving authority; `ABROAD:FR` of another country.',
  })
  destination?: string;

  @Field(() => MovementPermanence, { nullable: true, description: 'Whether the move is meant to last.' })
  permanence?: MovementPermanence;

  @Field(() => MovementPlanning, { nullable: true, description: 'Whether the move was planned.' })
  planning?: MovementPlanning;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True where an origin outside the hub amended its notice by other means, and its destination records it.',
  })
  onBehalf!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was amended. Now, if left out.' })
  occurredAt?: string | null;
}
