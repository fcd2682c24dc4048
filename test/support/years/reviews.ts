import type { Year } from './open-year';

/** A step of a practice review: what was done, whose step it is where it is somebody's, and the day. */
export type Step = [kind: string, party: string | null, doneOn: string];

/** Records that a local practice review was initiated, and the steps of it. */
export async function commissionReview(
  year: Year,
  reference: string,
  initiatedOn: string,
  steps: readonly Step[],
  criteria: readonly string[] = [],
) {
  await year.record('recordPracticeReview', { reference, kind: 'LOCAL', initiatedOn, criteria });
  await takeSteps(year, reference, steps);
}

/** Records further steps of a review. */
export async function takeSteps(year: Year, reviewReference: string, steps: readonly Step[]) {
  for (const [kind, party, doneOn] of steps) {
    const reference = [reviewReference, kind, party ?? 'NONE', doneOn].join('-').replaceAll('_', '.');
    await year.record('recordReviewStep', { reference, reviewReference, kind, party, doneOn });
  }
}
