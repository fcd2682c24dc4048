import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { PartialDate } from '@hub/scalars';
import { Public } from '../access/public';
import { Sourced } from '../recording/sourced';

/**
 * What a partnership's own document asserts of an arrangement with others. Assertions of two
 * partnerships may contradict each other (HAV-04 and RED-02); each stays with its author.
 */
@ObjectType({ description: "What the partnership's document asserts of an arrangement with others." })
@Directive('@shareable')
@Public()
export class Relation extends Sourced {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'The arrangement or board spoken of.' })
  subject!: string;

  @Field(() => String, { description: 'What is asserted.' })
  statement!: string;

  @Field(() => PartialDate, { nullable: true, description: 'From when it is asserted to hold, where stated.' })
  validFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Until when it is asserted to hold, where stated.' })
  validTo!: string | null;
}
