import { LearningParty, PracticeReviewKind, ReviewStepKind, plusDays } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';
import { LearningArrangementRecord } from './learning-arrangement-record';
import { PracticeReviewRecord } from './practice-review-record';
import { ReviewStepRecord } from './review-step-record';

/**
 * Where a document names nobody: Working Together 2018, chapter 4, has a copy of the report go to the Panel and to the
 * Secretary of State ahead of publication. By how many days is asked only where the document says so.
 */
const BY_GUIDANCE: readonly LearningParty[] = [LearningParty.NATIONAL_PANEL, LearningParty.SECRETARY_OF_STATE];

/**
 * A review is published once somebody signed off that it harms and shows nobody (LAM-23), and a local one when copies of the
 * completed report went to each recipient that the document names, so many days of the calendar ahead (TRI-28).
 */
export const mayBePublished: Check<{ reference: string; publishedOn: string }> = {
  codes: ['ANONYMITY_NOT_SIGNED_OFF', 'COPIES_NOT_SENT', 'COPIES_TOO_LATE'],
  async problems({ reference, publishedOn }, manager) {
    const review = await manager.findOneBy(PracticeReviewRecord, { reference });
    if (!review) return [];
    const where = { reviewReference: review.reference, isSynthetic: false };
    const steps = await manager.find(ReviewStepRecord, { where, order: { doneOn: 'ASC' } });
    const isSignedOff = steps.some((one) => {
      return one.kind === ReviewStepKind.ANONYMITY_SIGNED_OFF && one.doneOn <= publishedOn;
    });
    const [arrangement] = await manager.find(LearningArrangementRecord);
    const named = arrangement?.copiesTo ?? [];
    const recipients = named.length > 0 ? named : BY_GUIDANCE;
    const lastDay = plusDays(publishedOn, -(arrangement?.copyDaysBefore ?? 0));
    const completedOn = steps.find(({ kind }) => kind === ReviewStepKind.FINAL_COMPLETED)?.doneOn;
    const copies = steps.filter(({ kind, doneOn }) => {
      return kind === ReviewStepKind.SENT && completedOn !== undefined && completedOn <= doneOn;
    });
    const sentOn = (recipient: LearningParty) => copies.find(({ party }) => party === recipient)?.doneOn ?? null;
    const isLocal = review.kind === PracticeReviewKind.LOCAL;
    const missing = recipients.filter((one) => sentOn(one) === null);
    const late = recipients.filter((one) => (sentOn(one) ?? '') > lastDay);
    return [
      !isSignedOff &&
        problem(
          'reference',
          'ANONYMITY_NOT_SIGNED_OFF',
          'Nobody signed off that the report harms and shows nobody. Record the step ANONYMITY_SIGNED_OFF first.',
        ),
      isLocal &&
        missing.length > 0 &&
        problem(
          'reference',
          'COPIES_NOT_SENT',
          `No copy of the completed report went to ${missing.join(', ')}. Send it, and record the steps FINAL_COMPLETED and SENT.`,
        ),
      isLocal &&
        late.length > 0 &&
        problem(
          'publishedOn',
          'COPIES_TOO_LATE',
          `Copies to ${late.join(', ')} went after ${lastDay}, the last day for this publication. Publish later.`,
        ),
    ];
  },
};
