import { plusDays } from '@hub/contract';
import type { Facts } from '../facts/facts';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { DEMONSTRATION_EDITIONS, LONDON_AGREEMENT } from './demonstration-adoptions';
import { seededRandom } from '../demonstration/random';

/** Signatures of a partnership's statutory partners under the London agreement: most signed, some have not. */
export function demonstrationSignatures(partnershipId: string, facts: Facts) {
  return facts.statutoryPartners
    .map(({ agency }) => {
      const random = seededRandom(`signatures/${partnershipId}/${agency}`);
      return {
        id: `${partnershipId}:${LONDON_AGREEMENT}:${agency}`,
        procedureId: LONDON_AGREEMENT,
        agency: { id: agency },
        signedOn: plusDays('2024-04-15', Math.floor(random() * 400)),
        isSynthetic: true,
        isSigned: random() > 0.25,
      };
    })
    .filter(({ isSigned }) => isSigned)
    .map(({ isSigned: _, ...signature }) => signature);
}

/** One threshold document a partnership, aligned with an edition that was in force when it was last reviewed. */
export function demonstrationThresholdDocuments(partnershipId: string, facts: Facts) {
  const random = seededRandom(`thresholds/${partnershipId}`);
  const edition = DEMONSTRATION_EDITIONS[Math.floor(random() * 3)]!;
  return [
    {
      id: `${partnershipId}-threshold-document-demonstration`,
      title: facts.thresholdDocument?.title ?? 'Threshold document',
      editionId: edition.id,
      publishedOn: plusDays(edition.inForceFrom, -Math.floor(random() * 700)),
      reviewedOn: plusDays(edition.inForceFrom, Math.floor(random() * 120)),
      isSynthetic: true,
    },
  ];
}

/** Two courses an edition, in the weeks after it came into force (TRI-31). */
export function demonstrationTraining(partnershipId: string) {
  return DEMONSTRATION_EDITIONS.flatMap(({ id, inForceFrom }) => {
    const random = seededRandom(`training/${partnershipId}/${id}`);
    return [1, 2].map((course) => ({
      id: `${partnershipId}-training-${id.split(':')[1]}-${course}`,
      title: course === 1 ? 'What changed in the London procedures' : 'Working to the London procedures: induction',
      editionId: id,
      heldOn: plusDays(inForceFrom, 14 * course + Math.floor(random() * 60)),
      isSynthetic: true,
    }));
  }).filter(({ heldOn }) => heldOn <= DEMONSTRATION_UNTIL);
}
