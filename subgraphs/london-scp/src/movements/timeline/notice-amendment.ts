import { RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

/** A part of a notice that was amended. */
@ObjectType({ description: 'A part of a notice that a step amended.' })
@RequiresScopes('movements:read')
export class NoticeAmendment {
  @Field(() => String, { description: 'Name of the part, as `destination`.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it said before; null where it said nothing.' })
  was!: string | null;

  @Field(() => String, { description: 'What it says since.' })
  is!: string;
}
