import { MovementCategory, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';

/** How many children moved. No row of a child stands behind it in the graph. */
@ObjectType({ description: 'How many movements were notified in a quarter, in one category.' })
@RequiresScopes('movements:count')
export class MovementCount extends Synthetic {
  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2` (April to June).' })
  quarter!: string;

  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => Int, { nullable: true, description: 'How many; null where it is suppressed.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether the number is from 1 to 4, and kept back.' })
  isSuppressed!: boolean;
}
