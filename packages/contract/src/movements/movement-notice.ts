import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { MovementCategory } from './movement-category';
import { MovementPermanence } from './movement-permanence';
import { MovementPlanning } from './movement-planning';
import { PlacementDistance } from './placement-distance';
import { lasting } from './rules/circumstances';
import type { Movement } from './rules/movement';

@ObjectType({ description: 'What the notice of a movement says, as amended since: for both sides.' })
@RequiresScopes('movements:read')
export class MovementNotice {
  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => [MovementCategory], {
    description: 'What else the situation is, and lasts. Each has its own time limits, and ends by END_CIRCUMSTANCE.',
  })
  @ListSize(9)
  circumstances!: MovementCategory[];

  @Field(() => MovementPermanence, { description: 'Whether the move is meant to last.' })
  permanence!: MovementPermanence;

  @Field(() => MovementPlanning, { description: 'Whether the move was planned.' })
  planning!: MovementPlanning;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the origin became aware of an unplanned move.' })
  becameAwareAt!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the move, where it is known.' })
  movedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether an order holds that keeps the origin responsible.' })
  hasStatutoryOrder!: boolean;

  @Field(() => PlacementDistance, { nullable: true, description: 'How far a placement is from the placing authority.' })
  distance!: PlacementDistance | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a placement is an emergency.' })
  isEmergency!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which a placement begins.' })
  placementStartsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which a household's accommodation was made available.",
  })
  accommodationAvailableOn!: string | null;
}

/** The notice of a movement as the graph shows it. */
export function noticeOf({ notice, category, permanence, planning, hasStatutoryOrder, circumstances }: Movement) {
  const { becameAwareAt = null, movedOn = null, distance = null, isEmergency = null } = notice;
  const { placementStartsOn = null, accommodationAvailableOn = null } = notice;
  return Object.assign(new MovementNotice(), {
    ...{ category, permanence, planning, hasStatutoryOrder, becameAwareAt, movedOn, distance, isEmergency },
    ...{ placementStartsOn, accommodationAvailableOn },
    circumstances: lasting(circumstances).filter((one) => one !== category),
  });
}
