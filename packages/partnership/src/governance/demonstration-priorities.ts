import { seededRandom } from '../demonstration/random';
import { DEMONSTRATION_YEARS } from '../demonstration/period';

const TITLES = [
  'Neglect',
  'Child exploitation and serious youth violence',
  'Domestic abuse and its effect on children',
  'Children who move between boroughs',
  'Mental health of children and young people',
  'Hearing the voice of the child',
];

/** Three priorities a year for a partnership. */
export function demonstrationPriorities(partnershipId: string) {
  return DEMONSTRATION_YEARS.flatMap((financialYear) => {
    const random = seededRandom(`priorities/${partnershipId}/${financialYear}`);
    const first = Math.floor(random() * TITLES.length);
    return [0, 1, 2].map((step) => ({
      id: `${partnershipId}-priority-${financialYear}-${step + 1}`,
      title: TITLES[(first + step) % TITLES.length]!,
      financialYear,
      sources: [],
      isSynthetic: true,
    }));
  });
}
