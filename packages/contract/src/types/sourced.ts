import { Field, ID, ObjectType } from 'type-graphql';

/** A fact that names the clauses it was read from. Extended by every reference fact. */
@ObjectType()
export abstract class Sourced {
  @Field(() => [ID], { description: 'Ids of the clauses this fact was read from.' })
  sources!: string[];
}
