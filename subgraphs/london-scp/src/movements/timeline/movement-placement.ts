import { DateScalar, PlacementApprover, PlacementDistance, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import type { ChildMovementRecord } from '../child-movement-record';

/** The placement of a looked-after child out of area. */
@ObjectType({ description: 'The placement of a looked-after child out of area, as notified and approved.' })
@RequiresScopes('movements:read')
export class MovementPlacement {
  @Field(() => PlacementDistance, { description: 'How far it is from the placing authority.' })
  distance!: PlacementDistance;

  @Field(() => PlacementApprover, { nullable: true, description: 'Who approved it; null while nobody has.' })
  approvedBy!: PlacementApprover | null;

  @Field(() => DateScalar, { description: 'The day on which it begins.' })
  startsOn!: string;
}

/** The placement of a movement; null where the child is not looked after. */
export function placementOf(movement: ChildMovementRecord): MovementPlacement | null {
  const { placementDistance: distance, placementApprovedBy: approvedBy, placementStartsOn: startsOn } = movement;
  return distance && Object.assign(new MovementPlacement(), { distance, approvedBy, startsOn });
}
