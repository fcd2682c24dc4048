import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ChildRecordStatus } from './child-record-status';
import { MovementSide } from './movement-side';

/**
 * How a partnership's own record for a movement stands: what it takes to tell whether both sides agree, and nothing of the
 * child. For the hub's reconciliation alone.
 */
@ObjectType({
  description: "How a partnership's own record for a movement stands, for the hub's reconciliation alone.",
})
@Directive('@shareable')
@Directive('@inaccessible')
export class MovementRecordSummary {
  @Field(() => ID, { description: 'Id of the movement that it is kept for.' })
  movementId!: string;

  @Field(() => MovementSide, { description: 'The side it is kept on.' })
  side!: MovementSide;

  @Field(() => ID, { description: 'GSS code of the authority whose record it is.' })
  authority!: string;

  @Field(() => ChildRecordStatus, { description: 'How it stands.' })
  status!: ChildRecordStatus;

  @Field(() => Boolean, { description: 'Whether there is a notice; none is known of a child who arrived without one.' })
  hasNotice!: boolean;
}
