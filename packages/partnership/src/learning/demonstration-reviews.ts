import {
  DisseminationChannel,
  LearningParty,
  PracticeReviewKind,
  ReviewCriterion,
  ReviewStepKind,
  plusDays,
} from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

const Party = LearningParty;
const Step = ReviewStepKind;
const PARTNERS = [Party.LOCAL_AUTHORITY, Party.POLICE, Party.NHS];

/** What was done in a review, by days after its start. */
type Story = readonly (readonly [ReviewStepKind, LearningParty | null, number])[];

const BEGINNING: Story = [
  ...PARTNERS.map((party) => [Step.CONSULTED, party, -9] as const),
  ...[Party.EXECUTIVE_CHAIR, ...PARTNERS].map((party) => [Step.DECIDED, party, -7] as const),
  [Step.REVIEWER_RECOMMENDED, Party.PARTNERSHIP_MANAGER, 0],
  [Step.REVIEWER_RECOMMENDED, Party.INDEPENDENT_SCRUTINEER, 1],
  [Step.REVIEWER_RECOMMENDED, Party.INCIDENTS_SUBGROUP_CHAIR, 2],
  [Step.REVIEWER_COMMISSIONED, null, 5],
  [Step.GROUP_DETERMINED, null, 6],
];
const updates = (...days: number[]): Story => days.map((day) => [Step.UPDATE, null, day] as const);
const draft = (day: number): Story => [
  [Step.DRAFT_SUBMITTED, Party.EXECUTIVE_CHAIR, day],
  [Step.DRAFT_SUBMITTED, Party.INDEPENDENT_SCRUTINEER, day],
];
const COPIES = [Party.NATIONAL_PANEL, Party.SECRETARY_OF_STATE, Party.OFSTED];

/** Days after the start of a finished review on which its copies went, and on which it was published. */
const [SENT, PUBLISHED] = [170, 182];

/**
 * Two local reviews and one of good practice: the first was published in time, the second waits for its final report and,
 * with some partnerships, for an update too.
 */
export function demonstrationReviews(id: string) {
  const random = seededRandom(`reviews/${id}`);
  const finished: Story = [
    ...BEGINNING,
    ...updates(28, 57, 87, 117),
    ...draft(112),
    [Step.FINAL_COMPLETED, null, 146],
    [Step.ANONYMITY_SIGNED_OFF, null, 160],
    ...COPIES.map((party) => [Step.SENT, party, SENT] as const),
  ];
  const isLate = random() < 0.5;
  const open: Story = [...BEGINNING, ...updates(27, 55), ...(isLate ? [] : updates(86, 114, 144)), ...draft(118)];
  const criteria = [ReviewCriterion.IMPROVEMENTS_NEEDED, ReviewCriterion.ORGANISATIONS_WORKING_TOGETHER];
  const told: readonly [string, PracticeReviewKind, string, Story][] = [
    ['LCSPR/2025/1', PracticeReviewKind.LOCAL, plusDays('2025-02-03', Math.floor(random() * 40)), finished],
    ['GPR/2025/1', PracticeReviewKind.GOOD_PRACTICE, plusDays('2025-10-06', Math.floor(random() * 40)), []],
    ['LCSPR/2026/1', PracticeReviewKind.LOCAL, plusDays(isLate ? '2026-05-18' : '2026-06-04', 0), open],
  ];
  const reviews = told.map(([reference, kind, initiatedOn, story]) => ({
    ...{ id: `${id}:practice-review:${reference}`, reference, kind, initiatedOn },
    criteria: kind === PracticeReviewKind.LOCAL ? criteria : [],
    publishedOn: story === finished ? plusDays(initiatedOn, PUBLISHED) : null,
    isSynthetic: true,
  }));
  const steps = told
    .flatMap(([reviewReference, , initiatedOn, story]) =>
      story.map(([kind, party, days], index) => {
        const reference = `${reviewReference}-${index + 1}`;
        const doneOn = plusDays(initiatedOn, days);
        return {
          id: `${id}:review-step:${reference}`,
          reference,
          reviewReference,
          kind,
          party,
          doneOn,
          isSynthetic: true,
        };
      }),
    )
    .filter(({ doneOn }) => doneOn <= DEMONSTRATION_UNTIL);
  const [first] = reviews;
  const dissemination = [
    [DisseminationChannel.SUBGROUP_MEMBERS, null],
    [DisseminationChannel.NEWSLETTER, 'Learning from reviews, autumn'],
    [DisseminationChannel.WEBSITE, null],
    [DisseminationChannel.PARTNERSHIP_BOARD, 'Health and Wellbeing Board'],
    [DisseminationChannel.TRAINING, 'Learning from practice reviews'],
  ].map(([channel, to], index) => ({
    ...{ id: `${id}:dissemination:${first!.reference}-${index + 1}`, reference: `${first!.reference}-${index + 1}` },
    ...{ reviewReference: first!.reference, channel: channel as DisseminationChannel, to: to as string | null },
    disseminatedOn: plusDays(first!.publishedOn!, 3 + index * 12),
    isSynthetic: true,
  }));
  return { reviews, steps, dissemination };
}
