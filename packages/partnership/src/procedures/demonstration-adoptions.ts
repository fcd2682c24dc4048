import { plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

/** Id of the London Safeguarding Children Procedures (LON-04). */
export const LONDON_PROCEDURES = 'london-procedures';

/** Id of the London-wide agreement for sharing information to safeguard children (LON-07). */
export const LONDON_AGREEMENT = 'london-information-sharing-agreement';

/**
 * Editions in the demonstration data. That editions come into force on 31 March and 30 September
 * is public; that these are the editions is not a fact. They begin after the last edition that a
 * public source speaks of (April 2024).
 */
export const DEMONSTRATION_EDITIONS = ['2024-09-30', '2025-03-31', '2025-09-30', '2026-03-31', '2026-09-30'].map(
  (inForceFrom, index) => ({
    id: `${LONDON_PROCEDURES}:${inForceFrom.slice(0, 7)}`,
    inForceFrom,
    changes: [{ chapter: 'CP6', summary: `Demonstration change ${index + 1}: no real edition says this.` }],
  }),
);

/** When a partnership adopted each edition: some at once, some late, some not yet. */
export function demonstrationAdoptions(partnershipId: string) {
  const random = seededRandom(`adoptions/${partnershipId}`);
  return DEMONSTRATION_EDITIONS.map(({ id, inForceFrom }) => ({
    id: `${partnershipId}:${id}`,
    procedureId: LONDON_PROCEDURES,
    editionId: id,
    adoptedOn: plusDays(inForceFrom, Math.floor(random() * 150)),
    decisionReference: `${partnershipId}/decision/${inForceFrom}`,
    localVariations: random() < 0.25 ? ['Local contact details and referral form'] : [],
    isSynthetic: true,
    isAdopted: random() > 0.1,
  }))
    .filter(({ isAdopted, adoptedOn }) => isAdopted && adoptedOn <= DEMONSTRATION_UNTIL)
    .map(({ isAdopted: _, ...adoption }) => adoption);
}
