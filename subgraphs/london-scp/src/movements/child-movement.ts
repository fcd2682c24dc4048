import { DateScalar, LocalAuthority, MovementCategory, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** A notice that a child moves from one local authority to another (LON-09). It names the child by pseudonym alone. */
@ObjectType({
  description:
    'A notice that a child moves from one local authority to another. It names the child by pseudonym alone.',
})
@RequiresScopes('movements:read')
export class ChildMovement extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `movement:01J…`.' })
  id!: string;

  @Field(() => ID, { description: 'Pseudonym of the child, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;

  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => LocalAuthority, { description: 'The authority the child moves from.' })
  origin!: LocalAuthority;

  @Field(() => LocalAuthority, { description: 'The authority the child moves to.' })
  destination!: LocalAuthority;

  @Field(() => DateScalar, { description: 'The day the move was notified.' })
  notifiedOn!: string;

  @Field(() => DateScalar, { description: 'The day of the move.' })
  movedOn!: string;

  @Field(() => Boolean, { description: 'Whether the move is meant to last.' })
  isPermanent!: boolean;
}
