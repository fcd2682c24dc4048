import { RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** A brother or sister who moves too: an object and no bare id, so that it stands in the record of access. */
@ObjectType({ description: 'A brother or sister who moves together with the child.' })
@RequiresScopes('movements:read')
export class MovementSibling {
  @Field(() => ID, { description: 'Pseudonym of the sibling, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;
}
