import { ListSize, connectionOf, MovementCategory, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import { AuthorityPair } from './authority-pair';

/** How many children moved from one authority to another in a quarter, in one category. */
@ObjectType({ description: 'How many of a flow were in one category.' })
@RequiresScopes('movements:count')
export class MovementFlowCategory {
  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => Int, { description: 'How many, rounded to the nearest 5.' })
  value!: number;
}

/** How many children moved from one authority to another in a quarter. */
@ObjectType({ description: 'How many movements from one authority to another were notified in a quarter.' })
@RequiresScopes('movements:count')
export class MovementFlow extends Synthetic {
  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2` (April to June).' })
  quarter!: string;

  @Field(() => AuthorityPair, { description: 'Between whom.' })
  pair!: AuthorityPair;

  @Field(() => Int, { description: 'How many, rounded to the nearest 5.' })
  value!: number;

  @Field(() => [MovementFlowCategory], { description: 'By category; what is not listed is from 0 to 4.' })
  @ListSize(7)
  categories!: MovementFlowCategory[];
}

/** Pages of flows, earliest quarter first, then by codes. */
export const MovementFlowConnection = connectionOf('MovementFlow', MovementFlow);
