import { Field, ID, ObjectType } from 'type-graphql';
import { ListSize } from '../cost/list-size';

/** A fact that names the clauses it was read from. Extended by every reference fact. */
@ObjectType()
export abstract class Sourced {
  @Field(() => [ID], { description: 'Ids of the clauses this fact was read from.' })
  @ListSize(3)
  sources!: string[];
}
