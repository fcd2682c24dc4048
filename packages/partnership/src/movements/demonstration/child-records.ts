import {
  CategoryOfNeed,
  ChildPlan,
  ChildRecordStatus,
  foldEvents,
  type MovementCategory,
  MovementSide,
  type Movement,
  plusDays,
} from '@hub/contract';
import { recordStanding, type RecordStanding } from '../record-standing';
import type { ChildRecordRecord } from '../child-records/child-record-record';
import { demonstrationArrivals } from './arrivals';
import { isRecent } from './movement-history';
import type { DemonstrationMovement } from './movements';

import { seededRandom } from '../../demonstration/random';

const { ORIGIN, DESTINATION } = MovementSide;
const PLANS: Readonly<Partial<Record<MovementCategory, ChildPlan>>> = {
  CHILD_PROTECTION_PLAN: ChildPlan.CHILD_PROTECTION,
  CHILD_IN_NEED_PLAN: ChildPlan.CHILD_IN_NEED,
  LOOKED_AFTER_PLACEMENT: ChildPlan.CARE,
  CARE_LEAVER: ChildPlan.PATHWAY,
  EARLY_HELP: ChildPlan.EARLY_HELP,
};
const NEEDS = Object.values(CategoryOfNeed);
/** One record in so many of the last months was not kept up, so that reconciliation has something to find. */
const BEHIND = 1 / 7;

/**
 * Records of a partnership that covers these authorities: one for each side that it has of a demonstration movement, as
 * follows from its history, and a few children who arrived without a notice.
 *
 * @param movements - those that start or end in one of the authorities.
 */
export function demonstrationChildRecords(
  partnershipId: string,
  localAuthorities: readonly string[],
  movements: readonly DemonstrationMovement[],
): Omit<ChildRecordRecord, 'isAdopted' | 'isShielded' | 'isShieldedByOther' | 'expectedOn' | 'earlierOrigins'>[] {
  const own = movements.flatMap(({ id, childPseudonym, originCode, destinationCode, notifiedOn, events }) => {
    const movement = foldEvents(events)!;
    return [
      { side: ORIGIN, authority: originCode },
      { side: DESTINATION, authority: destinationCode },
    ]
      .filter(({ authority }) => localAuthorities.includes(authority))
      .map(({ side, authority }) => {
        const random = seededRandom(`child-record/${partnershipId}/${id}/${side}`);
        const kept = recordStanding(movement, side, null);
        const isBehind = isRecent({ day: notifiedOn }) && random() < BEHIND;
        const standing = isBehind ? fallenBehind(kept, side, movement) : kept;
        return {
          ...{ movementId: id, side, authority, childPseudonym, originCode, destinationCode, isSynthetic: true },
          ...{ arrivalId: null, arrivedOn: null, ...standing, ...caseOf(movement, standing, random) },
        };
      });
  });
  return [...own, ...demonstrationArrivals(localAuthorities)];
}

/** The team and the plan, once there is a team that works with the child. */
function caseOf({ category }: Movement, { openedOn }: RecordStanding, random: () => number) {
  const none = { team: null, plan: null, planSince: null, categoryOfNeed: null };
  if (openedOn === null || random() < 0.05) return none;
  // Telephone numbers that are kept for drama, and never given out.
  const contact = `020 7946 0${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
  const plan = PLANS[category] ?? null;
  return {
    team: { name: `Children and Families, Team ${1 + Math.floor(random() * 4)}`, contact },
    ...{ plan, planSince: plan && plusDays(openedOn, -Math.floor(random() * 300)) },
    categoryOfNeed: NEEDS[Math.floor(random() * NEEDS.length)]!,
  };
}

/**
 * A record that nobody kept up: the origin's closed before the destination had accepted, or left open after it had; the
 * destination's never opened.
 */
function fallenBehind(kept: RecordStanding, side: MovementSide, { responsibility, since }: Movement): RecordStanding {
  if (side === DESTINATION) return { ...kept, status: ChildRecordStatus.KNOWN, openedOn: null, closedOn: null };
  const hasPassed = responsibility.length > 1;
  return hasPassed
    ? { ...kept, status: ChildRecordStatus.OPEN, closedOn: null }
    : { ...kept, status: ChildRecordStatus.CLOSED, closedOn: since.slice(0, 10) };
}
