import { Field, ID, InterfaceType } from 'type-graphql';
import { ChildRecordStatus } from '../enums/child-record-status';
import { DateScalar } from '../scalars/date';
import { AllocatedTeam } from '../types/allocated-team';

/**
 * A partnership's own record for a movement, of which it has a side. Each partnership has a type of its own, as
 * `LambethChildRecord`, which only it answers for; all but the key is null for whoever is no party to the movement.
 */
@InterfaceType({
  description: "A partnership's own record for a movement, for its parties. Each partnership has a type of its own.",
})
export abstract class ChildRecord {
  @Field(() => ID, { description: 'Global id, as `lambeth/movement:01J…`.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the movement that it is kept for.' })
  movementId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Pseudonym of the child, the same as on the movement.' })
  childPseudonym!: string | null;

  @Field(() => ChildRecordStatus, { nullable: true, description: 'How it stands.' })
  status!: ChildRecordStatus | null;

  @Field(() => AllocatedTeam, { nullable: true, description: 'The team that works with the child.' })
  team!: AllocatedTeam | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was opened.' })
  openedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null while it is open.' })
  closedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for demonstration data: generated from a fixed seed, describing nothing real.',
  })
  isSynthetic!: boolean | null;
}
