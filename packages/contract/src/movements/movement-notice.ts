import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { HousingNoticePart } from './housing-notice-part';
import { LegalStatus } from './legal-status';
import { MovementCategory } from './movement-category';
import { MovementPermanence } from './movement-permanence';
import { MovementPlanning } from './movement-planning';
import { OrganisationKind } from './organisation-kind';
import { PlacementDistance } from './placement-distance';
import { lasting } from './rules/circumstances';
import { isOfHousing, missingHousingParts } from './rules/housing-notice';
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

  @Field(() => LegalStatus, { nullable: true, description: "The child's legal status; null where it was not said." })
  legalStatus!: LegalStatus | null;

  @Field(() => String, { nullable: true, description: 'Why the child moves.' })
  reasonForMove!: string | null;

  @Field(() => String, { nullable: true, description: 'What protects the child until the move is done, as agreed.' })
  interimProtection!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the child was last seen.' })
  lastSeenOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the next visit is due.' })
  nextVisitOn!: string | null;

  @Field(() => [OrganisationKind], { description: 'Who else must be told; who was, `organisations` says.' })
  @ListSize(3)
  toTell!: readonly OrganisationKind[];

  @Field(() => [HousingNoticePart], {
    nullable: true,
    description:
      'Which parts of the housing notice were given; null where it is of no household in such accommodation.',
  })
  @ListSize(5)
  housingNoticeParts!: readonly HousingNoticePart[] | null;

  @Field(() => [HousingNoticePart], {
    nullable: true,
    description: 'Which parts of it were not; null where it is of no such household.',
  })
  @ListSize(5)
  housingNoticePartsMissing!: readonly HousingNoticePart[] | null;
}

/** The notice of a movement as the graph shows it. */
export function noticeOf({ notice, category, permanence, planning, hasStatutoryOrder, circumstances }: Movement) {
  const { becameAwareAt = null, movedOn = null, distance = null, isEmergency = null } = notice;
  const { placementStartsOn = null, accommodationAvailableOn = null } = notice;
  const { legalStatus = null, reasonForMove = null, interimProtection = null } = notice;
  const { lastSeenOn = null, nextVisitOn = null, toTell = [], housingNoticeParts = [] } = notice;
  const beside = lasting(circumstances).filter((one) => one !== category);
  const isHousing = isOfHousing({ category, circumstances: beside });
  return Object.assign(new MovementNotice(), {
    ...{ category, permanence, planning, hasStatutoryOrder, becameAwareAt, movedOn, distance, isEmergency },
    ...{ placementStartsOn, accommodationAvailableOn, legalStatus, reasonForMove, interimProtection },
    ...{ lastSeenOn, nextVisitOn, toTell, circumstances: beside },
    housingNoticeParts: isHousing ? housingNoticeParts : null,
    housingNoticePartsMissing: isHousing ? missingHousingParts(housingNoticeParts) : null,
  });
}
