import { HousingNoticePart } from '../housing-notice-part';
import { MovementCategory } from '../movement-category';
import type { MoveData } from './movement-event';
import { refuse, type MoveRefusal } from './refusal';

/** Whether a notice is of a household in temporary accommodation, by its category or beside it. */
export function isOfHousing({ category, circumstances = [] }: Pick<MoveData, 'category' | 'circumstances'>): boolean {
  return [category, ...circumstances].includes(MovementCategory.HOMELESSNESS_TEMPORARY_ACCOMMODATION);
}

/** The parts of a housing notice that were not given, in the order of the Act. */
export function missingHousingParts(given: readonly HousingNoticePart[]): HousingNoticePart[] {
  return Object.values(HousingNoticePart).filter((part) => !given.includes(part));
}

/** Why a notice can say nothing of a housing notice: it is of no such household. Null where it can. */
export function noHousingNotice(data: MoveData): MoveRefusal | null {
  if (!data.housingNoticeParts?.length || isOfHousing(data)) return null;
  const { HOMELESSNESS_TEMPORARY_ACCOMMODATION: housing } = MovementCategory;
  const message = `Parts of a housing notice are of ${housing}. Make that the category or a circumstance, or leave them out.`;
  return refuse('NO_HOUSING_NOTICE', 'housingNoticeParts', message);
}

/** A notice without the parts of a housing notice, once it is of no such household any more. */
export function withPartsOfHousing(notice: MoveData): MoveData {
  return notice.housingNoticeParts?.length && !isOfHousing(notice) ? { ...notice, housingNoticeParts: [] } : notice;
}
