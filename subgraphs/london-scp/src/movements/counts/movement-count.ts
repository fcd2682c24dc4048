import { MovementCategory, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { SafeNumber } from './safe-number';

/** How many children moved. No row of a child stands behind it in the graph. */
@ObjectType({ description: 'How many movements were notified in a quarter, in one category.' })
@RequiresScopes('movements:count')
export class MovementCount extends SafeNumber {
  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2` (April to June).' })
  quarter!: string;

  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;
}
