import { isOfReference, ListSize, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { ChildMovement } from '../child-movement';
import { partyMovementsOfChild } from '../parties/movements-of-child';

/** A brother or sister: an object and no bare id, so that it stands in the record of access. */
@ObjectType({ description: 'A brother or sister of the child of a movement: a child of their own.' })
@RequiresScopes('movements:read')
export class MovementSibling {
  @Field(() => ID, { description: 'Pseudonym of the sibling, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;

  @Field(() => Boolean, { description: 'Whether the sibling moves together with the child; else they stay apart.' })
  movesTogether!: boolean;
}

/** What leads on from a sibling. */
@Resolver(() => MovementSibling)
export class SiblingResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether the sibling is known by a local reference alone, since there is no NHS number: ask who it is.',
  })
  isUnnumbered(@Root() { childPseudonym }: MovementSibling) {
    return isOfReference(childPseudonym);
  }

  @FieldResolver(() => [ChildMovement], {
    nullable: true,
    description: "The sibling's own movements that the caller is a party to, latest notice first: up to 10.",
  })
  @ListSize(2)
  movements(@Root() { childPseudonym }: MovementSibling, @Ctx() context: SubgraphContext) {
    return partyMovementsOfChild(context).load(childPseudonym);
  }
}
