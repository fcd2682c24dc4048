import { financialYearBounds } from '@hub/contract';
import { DEMONSTRATION_YEARS, plusDays, seededRandom } from '@hub/partnership';

const TOPICS = [
  'Neglect in families known to several services',
  'Children at risk outside the home',
  'Babies under one',
  'Domestic abuse and the child who sees it',
  'Children who are not in school',
  'Transition to adult services',
];

/** Roles and organisations: demonstration data names no person. */
const CHANGE_MAKERS = [
  'Designated nurse for safeguarding children',
  "Children's social care quality assurance lead",
  'Police public protection lead',
  'Secondary school safeguarding lead',
  'Voluntary sector youth work lead',
  'Youth justice service lead',
  'Health visiting lead',
  'Early years settings lead',
];

/** The terms of reference have each hub meet throughout the year (LAM-32), so all begin in its first eight weeks. */
const DAYS_TO_BEGIN = 56;

/**
 * The hubs of every demonstration year, the same at every call.
 *
 * @param arrangement - how many hubs a year there are, and how many change makers each hub has.
 */
export function demonstrationLearningHubs(arrangement: { hubsPerYear: number; changeMakersPerHub: number }) {
  return DEMONSTRATION_YEARS.flatMap((financialYear) => {
    const random = seededRandom(`learning-hubs/${financialYear}`);
    const topic = cycle(TOPICS, random());
    const changeMaker = cycle(CHANGE_MAKERS, random());
    return Array.from({ length: arrangement.hubsPerYear }, (_, index) => ({
      id: `lambeth-learning-hub-${financialYear}-${index + 1}`,
      financialYear,
      topic: topic(),
      startedOn: plusDays(
        financialYearBounds(financialYear).from,
        Math.floor(((index + random()) / arrangement.hubsPerYear) * DAYS_TO_BEGIN),
      ),
      changeMakers: Array.from({ length: arrangement.changeMakersPerHub }, changeMaker),
      isSynthetic: true,
    }));
  });
}

/** Gives the elements of `list` one after another, from a place (0 to 1) in it: none twice before all were given. */
function cycle(list: readonly string[], place: number): () => string {
  let next = Math.floor(place * list.length);
  return () => list[next++ % list.length]!;
}
