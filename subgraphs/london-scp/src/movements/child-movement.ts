import { DateScalar, LocalAuthority, MovementCategory, Synthetic } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** A notice that a child moves from one local authority to another (LON-09). It identifies no child. */
@ObjectType({ description: 'A notice that a child moves from one local authority to another. It identifies no child.' })
export class ChildMovement extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `movement:01J…`.' })
  id!: string;

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
