import { isDeepStrictEqual } from 'node:util';
import { withPartsOfHousing } from './housing-notice';
import type { MoveData } from './movement-event';

/** What may be amended as long as the receiving authority has not agreed to anything, and the placement has not begun. */
const BEFORE_AGREED = [
  ...(['category', 'destination', 'destinationName', 'permanence'] as const),
  ...(['distance', 'isEmergency', 'hasStatutoryOrder'] as const),
];
/** What may be amended while the movement lasts. */
const WHILE_OPEN = [
  ...(['planning', 'becameAwareAt', 'movedOn', 'circumstances'] as const),
  ...(['placementStartsOn', 'accommodationAvailableOn', 'expectedOn'] as const),
  ...(['legalStatus', 'reasonForMove', 'interimProtection', 'lastSeenOn', 'nextVisitOn'] as const),
  ...(['toTell', 'housingNoticeParts'] as const),
];
const AMENDABLE: readonly (keyof MoveData)[] = [...BEFORE_AGREED, ...WHILE_OPEN];

/**
 * What a notice says once it is amended: what the amendment leaves out stays. A further circumstance joins those that there are;
 * that one has ended is a step of its own.
 */
export function amendedNotice(notice: MoveData, data: MoveData): MoveData {
  const said = AMENDABLE.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]] as const]));
  const circumstances = [...new Set([...(notice.circumstances ?? []), ...(data.circumstances ?? [])])];
  const amended: MoveData = {
    ...notice,
    ...Object.fromEntries(said),
    ...(circumstances.length > 0 && { circumstances }),
  };
  return data.housingNoticeParts ? amended : withPartsOfHousing(amended);
}

/** Which parts of a notice an amendment changes, in a fixed order. */
export function amendedFields(notice: MoveData, data: MoveData): (keyof MoveData)[] {
  const amended = amendedNotice(notice, data);
  return AMENDABLE.filter((field) => !isDeepStrictEqual(amended[field], notice[field]));
}

/** The part among those changed that is settled once the receiving authority has agreed, or the placement has begun. */
export function settledOnceAgreed(fields: readonly (keyof MoveData)[]): keyof MoveData | undefined {
  return fields.find((field) => (BEFORE_AGREED as readonly string[]).includes(field));
}
