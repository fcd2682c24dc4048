import { ListSize, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChildMovement } from '../child-movement';

/** What the hub knows of a child who is looked for: as little as tells whom to ask. */
@ObjectType({ description: 'What the hub knows of a child who is looked for: as little as tells whom to ask.' })
@RequiresScopes('movements:read')
export class ChildLookUp {
  @Field(() => ID, {
    description: 'Pseudonym of the child, of those that were asked by: the one that the hub has, or the first.',
  })
  childPseudonym!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the authority that is responsible for the child now; null where there is no notice.',
  })
  responsible!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  responsibleName!: string | null;

  @Field(() => Boolean, {
    description: 'Whether another authority says that it is responsible, and that is not settled.',
  })
  isClaimed!: boolean;

  @Field(() => Boolean, { description: 'Whether a movement of the child is open, whoever is party to it.' })
  isMoving!: boolean;

  @Field(() => [ChildMovement], {
    description: 'Its movements to which one is party, latest notice first, at most 100. Under BREAK_GLASS, all.',
  })
  @ListSize(3)
  movements!: ChildMovement[];

  @Field(() => Boolean, { description: 'Whether there are others. Under BREAK_GLASS there are none: all are listed.' })
  hasOthers!: boolean;
}
