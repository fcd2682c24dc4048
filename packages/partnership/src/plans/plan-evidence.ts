import { financialYearBounds, ObligationRecordKind as Kind, quarterBounds } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import * as load from './plan-loaders';

const OF_NONE = { bodyId: null, of: null, endsOn: null, dueOn: null, parts: [] };

/** What was planned, reviewed and heard, as obligations are judged by it. */
export const planEvidence: EvidenceReaders = {
  /** A priority holds for the financial year that it was set for; one of which no day is known began with that year. */
  async [Kind.PRIORITY](context) {
    const [priorities, reviews] = await Promise.all([load.allPriorities(context), load.priorityReviews(context)]);
    return priorities.map((priority) => {
      const year = priority.financialYear === null ? null : financialYearBounds(priority.financialYear);
      const setOn = 'setOn' in priority ? priority.setOn : null;
      const shown = { kind: Kind.PRIORITY, record: priority.id, doneOn: setOn ?? year?.from ?? null };
      return {
        ...{ ...OF_NONE, ...shown, endsOn: year?.to ?? null, isSynthetic: priority.isSynthetic },
        parts: reviews
          .filter(({ priorityId }) => priorityId === priority.id)
          .map(({ id, reviewedOn, isSynthetic }) => ({
            ...{ name: 'review', doneOn: reviewedOn },
            shown: { kind: Kind.PRIORITY_REVIEW, record: id, doneOn: reviewedOn, isSynthetic },
          })),
      };
    });
  },
  async [Kind.PLAN_DOCUMENT](context) {
    return (await load.planDocuments(context)).map(({ id, kind, agreedOn, endsOn, isSynthetic }) => ({
      ...{ ...OF_NONE, kind: Kind.PLAN_DOCUMENT, record: id, doneOn: agreedOn, of: kind, endsOn, isSynthetic },
    }));
  },
  async [Kind.SUCCESS_MEASURE](context) {
    return (await load.successMeasures(context)).map(({ id, kind, setOn, endsOn, isSynthetic }) => ({
      ...{ ...OF_NONE, kind: Kind.SUCCESS_MEASURE, record: id, doneOn: setOn, of: kind, endsOn, isSynthetic },
    }));
  },
  /** A theme counts for its quarter: one that was agreed ahead from the first day of that. */
  async [Kind.QUARTERLY_THEME](context) {
    return (await load.quarterlyThemes(context)).map(({ id, quarter, agreedOn, isSynthetic }) => {
      const { from } = quarterBounds(quarter);
      const doneOn = agreedOn < from ? from : agreedOn;
      return { ...OF_NONE, kind: Kind.QUARTERLY_THEME, record: id, doneOn, isSynthetic };
    });
  },
  async [Kind.VOICE_OF_CHILDREN](context) {
    return (await load.voices(context)).map(({ id, source, heardOn, toldOn, isSynthetic }) => ({
      ...{ ...OF_NONE, kind: Kind.VOICE_OF_CHILDREN, record: id, doneOn: heardOn, of: source, isSynthetic },
      parts: toldOn === null ? [] : [{ name: 'told', doneOn: toldOn }],
    }));
  },
};
