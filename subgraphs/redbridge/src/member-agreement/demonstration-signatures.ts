import { plusDays } from '@hub/contract';
import { seededRandom } from '@hub/partnership';

/** Most members have signed, some days after their appointment; some have not. */
export function demonstrationSignatures(
  partnershipId: string,
  appointments: readonly { reference: string; seatId: string | null; appointedOn: string }[],
) {
  return appointments.flatMap(({ reference, seatId, appointedOn }) => {
    const random = seededRandom(`member-signatures/${reference}`);
    if (seatId === null || random() < 0.25) return [];
    return [
      {
        ...{ id: `${partnershipId}:member-signature:${reference}`, appointmentReference: reference, service: null },
        ...{ signedOn: plusDays(appointedOn, 5 + Math.floor(random() * 60)), isSynthetic: true },
      },
    ];
  });
}

/** Two reports that were passed on with the permission of the chair. */
export const demonstrationPermissions = (partnershipId: string) =>
  ['2025-11-18', '2026-05-06'].map((permittedOn, index) => ({
    ...{ id: `${partnershipId}:permission:demonstration-${index + 1}`, permittedOn, isSynthetic: true },
    what: index === 0 ? 'Findings of the audit of neglect' : 'Draft priorities for the year',
    recipient: index === 0 ? 'Health and Wellbeing Board' : 'Community Safety Partnership',
  }));
