import { type Evidence, ObligationRecordKind, type Part, ReviewStepKind } from '@hub/contract';
import type { EvidenceReaders, SubgraphContext } from '@hub/subgraph-kit';
import {
  disseminations,
  incidents,
  notifications,
  practiceReviews,
  rapidReviews,
  recommendationActions,
  recommendations,
  reviewSteps,
} from './learning-loaders';
import type { PracticeReviewRecord } from './practice-review-record';
import type { ReviewStepRecord } from './review-step-record';

const Kind = ObligationRecordKind;
const NOTHING = { bodyId: null, of: null, endsOn: null, dueOn: null, parts: [] };
const dayBy = (day: string | null, on: string) => (day !== null && day <= on ? day : null);
const part = (name: string, doneOn: string | null): Part[] => (doneOn === null ? [] : [{ name, doneOn }]);

/** A step as a rule names it: `UPDATE`, or with its party `SENT_OFSTED`. */
const stepParts = (steps: readonly ReviewStepRecord[]): Part[] =>
  steps.map(({ kind, party, doneOn }) => ({ name: party ? `${kind}_${party}` : kind, doneOn }));

/** Each practice review that has begun by a day, with its steps; in `of` its kind. */
async function reviews(
  context: SubgraphContext,
  on: string,
  of: (
    review: PracticeReviewRecord,
    steps: ReviewStepRecord[],
  ) => Partial<Evidence> & Pick<Evidence, 'kind' | 'doneOn'>,
): Promise<Evidence[]> {
  const [all, steps] = await Promise.all([practiceReviews(context), reviewSteps(context)]);
  const begun = all.filter(({ initiatedOn }) => initiatedOn <= on);
  return begun.map((review) => {
    const { id, reference, kind, criteria, initiatedOn, isSynthetic } = review;
    const own = steps.filter(({ reviewReference }) => reviewReference === reference);
    const considered = criteria.length > 0 ? part('CRITERIA_CONSIDERED', initiatedOn) : [];
    const parts = [...considered, ...stepParts(own)];
    return { ...NOTHING, record: id, isSynthetic, parts, ...of(review, own), of: kind };
  });
}

const dayOf = (steps: readonly ReviewStepRecord[], kind: ReviewStepKind) =>
  steps.find((step) => step.kind === kind)?.doneOn ?? null;

/** Incidents, reviews and what followed, as rules look at them. */
export const learningEvidence: EvidenceReaders = {
  /** Done on the day of the incident; its parts are the recipients. */
  async [Kind.SERIOUS_INCIDENT](context, on) {
    const [all, told] = await Promise.all([incidents(context), notifications(context)]);
    return all.map(({ id, reference, occurredOn, isSynthetic }) => {
      const own = told.filter(({ incidentReference, sentOn }) => incidentReference === reference && sentOn <= on);
      const parts = own.map(({ recipient, sentOn }) => ({ name: recipient, doneOn: sentOn }));
      return { ...NOTHING, kind: Kind.SERIOUS_INCIDENT, record: id, doneOn: occurredOn, isSynthetic, parts };
    });
  },
  /** Takes effect when it is sent to the national Panel. */
  async [Kind.RAPID_REVIEW](context, on) {
    return (await rapidReviews(context))
      .filter(({ convenedOn }) => convenedOn <= on)
      .map((review) => ({
        ...{ ...NOTHING, kind: Kind.RAPID_REVIEW, record: review.id, isSynthetic: review.isSynthetic },
        doneOn: dayBy(review.sentToPanelOn, on),
        parts: [
          ...part('CHAIR_DETERMINED', review.chairDeterminedOn),
          ...part('SUMMARIES_ASKED', review.summariesAskedOn),
          ...part('REPORTED', review.reportedOn),
          ...part('APPROVED', review.approvedOn),
        ],
      }));
  },
  /** Begins when it is initiated, and holds until its final report. Those that have not begun are not among them. */
  [Kind.PRACTICE_REVIEW]: (context, on) =>
    reviews(context, on, ({ initiatedOn }, steps) => ({
      ...{ kind: Kind.PRACTICE_REVIEW, doneOn: initiatedOn },
      endsOn: dayBy(dayOf(steps, ReviewStepKind.FINAL_COMPLETED), on),
    })),
  /** Takes effect when the reviewer is commissioned; pending for reviews that have begun by the day. */
  [Kind.REVIEWER_COMMISSION]: (context, on) =>
    reviews(context, on, (_, steps) => ({
      ...{ kind: Kind.REVIEWER_COMMISSION, doneOn: dayBy(dayOf(steps, ReviewStepKind.REVIEWER_COMMISSIONED), on) },
    })),
  /** Takes effect when the review is published. Those that are not published are not among them. */
  [Kind.REVIEW_PUBLICATION]: async (context, on) =>
    (
      await reviews(context, on, ({ publishedOn }) => ({
        ...{ kind: Kind.REVIEW_PUBLICATION, doneOn: dayBy(publishedOn, on) },
      }))
    ).filter(({ doneOn }) => doneOn !== null),
  /** From the publication of a review, or the first time that its learning was spread; its parts are the ways. */
  async [Kind.LEARNING_DISSEMINATION](context) {
    const [all, spread] = await Promise.all([practiceReviews(context), disseminations(context)]);
    return all.map(({ id, reference, publishedOn, isSynthetic }) => {
      const own = spread.filter(({ reviewReference }) => reviewReference === reference);
      const parts = own.flatMap(({ channel, disseminatedOn: doneOn }) => [
        { name: channel, doneOn },
        { name: 'DISSEMINATED', doneOn },
      ]);
      const doneOn = [publishedOn, ...own.map(({ disseminatedOn }) => disseminatedOn)]
        .filter((day) => day !== null)
        .sort()[0];
      return { ...NOTHING, kind: Kind.LEARNING_DISSEMINATION, record: id, doneOn: doneOn ?? null, isSynthetic, parts };
    });
  },
  /** Actions on recommendations that were made: those that are open when they are due, the others when they were done. */
  async [Kind.RECOMMENDATION_ACTION](context, on) {
    const [all, made] = await Promise.all([recommendationActions(context), recommendations(context)]);
    const known = new Set(made.filter(({ madeOn }) => madeOn <= on).map(({ reference }) => reference));
    const actions = all.filter(({ recommendationReference }) => known.has(recommendationReference));
    return actions.map(({ id, isSynthetic, ...action }) => {
      const doneOn = dayBy(action.doneOn, on);
      const dueOn = doneOn === null ? action.dueOn : null;
      return { ...NOTHING, kind: Kind.RECOMMENDATION_ACTION, record: id, doneOn, dueOn, isSynthetic };
    });
  },
};
