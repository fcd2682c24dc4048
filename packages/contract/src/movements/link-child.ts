import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';

@InputType({ description: 'The NHS number of a child who was recorded without it. It is looked at, and not kept.' })
export class LinkChildInput {
  @Field(() => ID, { description: 'A UUID of your own: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, { description: 'Id of a movement of the child, or of an arrival.' })
  movement!: string;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

  @Field(() => String, {
    description:
      "The child's NHS number, or of Scotland or Northern Ireland the like. A pseudonym is made of it at once.",
  })
  nhsNumber!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it became known. Now, if left out.' })
  occurredAt?: string | null;
}
