import { Field, ID, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { ChildRecord } from './child-record';
import { ListSize } from '../cost/list-size';
import { MovementState } from './movement-state';
import { MovementStepStanding } from './movement-step-standing';
import { UserError } from '../recording/user-error';

@ObjectType({ description: "Result of a mutation about one child's movement." })
@RequiresScopes('movements:write')
export class MovementPayload {
  /** For the record of access. */
  childPseudonym!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the movement; null where nothing was done.' })
  movement!: string | null;

  @Field(() => MovementState, {
    nullable: true,
    description: 'Its state as far as this partnership knows; null where nothing was done, or there is no notice.',
  })
  state!: MovementState | null;

  @Field(() => MovementStepStanding, {
    nullable: true,
    description: 'How the step stands at the hub; null where none was taken.',
  })
  step!: MovementStepStanding | null;

  @Field(() => ChildRecord, {
    nullable: true,
    description: "The caller's own side's record; null where nothing was done.",
  })
  @RequiresScopes('child-records:read')
  record!: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
