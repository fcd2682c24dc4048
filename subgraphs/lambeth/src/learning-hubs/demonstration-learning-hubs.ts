import { financialYearBounds, LearningHubStepKind, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, seededRandom } from '@hub/partnership';

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
      reference: `LPIH/${financialYear}/${index + 1}`,
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

/** What is done in the work of a hub, by days after it began; its evaluation comes last. */
const STEPS = [
  [LearningHubStepKind.AUDIT, 'Independent auditor', 90],
  [LearningHubStepKind.REPORT, 'Independent auditor', 120],
  [LearningHubStepKind.IMPROVEMENT_PLAN, 'Change Makers', 150],
  [LearningHubStepKind.UPDATE, 'Change Makers', 200],
  [LearningHubStepKind.UPDATE, 'Change Makers', 270],
  [LearningHubStepKind.EVALUATION, 'Independent Scrutineer', 300],
] as const;

/** What was done in the work of the hubs up to the last day of the demonstration; the last hub of 2025-26 was not evaluated. */
export function demonstrationLearningHubSteps(hubs: ReturnType<typeof demonstrationLearningHubs>) {
  return hubs
    .flatMap(({ id, reference: hubReference, startedOn }) =>
      STEPS.map(([kind, byRole, days], index) => ({
        ...{ id: `${id}-${index + 1}`, reference: `${hubReference}-${index + 1}`, hubReference, kind, byRole },
        ...{ doneOn: plusDays(startedOn, days), summary: null, isSynthetic: true },
      })),
    )
    .filter(({ doneOn }) => doneOn <= DEMONSTRATION_UNTIL)
    .filter(({ kind, hubReference }) => kind !== LearningHubStepKind.EVALUATION || hubReference !== 'LPIH/2025-26/3');
}

/** Gives the elements of `list` one after another, from a place (0 to 1) in it: none twice before all were given. */
function cycle(list: readonly string[], place: number): () => string {
  let next = Math.floor(place * list.length);
  return () => list[next++ % list.length]!;
}
