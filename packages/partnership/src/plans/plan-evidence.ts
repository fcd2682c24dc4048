import { financialYearBounds, ObligationRecordKind as Kind, quarterBounds } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import * as load from './plan-loaders';

const OF_NONE = { bodyId: null, of: null, endsOn: null, dueOn: null, parts: [] };

/** What was planned, reviewed and heard, as obligations are judged by it. */
export const planEvidence: EvidenceReaders = {
  /**
   * A priority of which no day is known began with the financial year that it was set for. It holds for that year, and goes on
   * until there are priorities of a later one: a year that ends without its review ends no duty to review it (TRI-15).
   */
  async [Kind.PRIORITY](context, on) {
    const [priorities, reviews] = await Promise.all([load.allPriorities(context), load.priorityReviews(context)]);
    const held = priorities.map((priority) => {
      const year = priority.financialYear === null ? null : financialYearBounds(priority.financialYear);
      return { priority, year, doneOn: ('setOn' in priority ? priority.setOn : null) ?? year?.from ?? null };
    });
    return held.map(({ priority, year, doneOn }) => {
      const shown = { kind: Kind.PRIORITY, record: priority.id, doneOn, isSynthetic: priority.isSynthetic };
      const isFollowed = held.some((one) => year && one.year && one.year.from > year.to && one.doneOn! <= on);
      return {
        ...{ ...OF_NONE, ...shown, endsOn: year && isFollowed ? year.to : null },
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
  /** A theme counts for its quarter and no other: one that was agreed ahead from its first day, and one too late not at all. */
  async [Kind.QUARTERLY_THEME](context, on) {
    const agreed = (await load.quarterlyThemes(context)).filter(({ agreedOn }) => agreedOn <= on);
    return agreed.flatMap(({ id, quarter, agreedOn, isSynthetic }) => {
      const { from, to } = quarterBounds(quarter);
      const doneOn = agreedOn < from ? from : agreedOn;
      return doneOn > to ? [] : [{ ...OF_NONE, kind: Kind.QUARTERLY_THEME, record: id, doneOn, isSynthetic }];
    });
  },
  async [Kind.VOICE_OF_CHILDREN](context) {
    return (await load.voices(context)).map(({ id, source, heardOn, toldOn, isSynthetic }) => ({
      ...{ ...OF_NONE, kind: Kind.VOICE_OF_CHILDREN, record: id, doneOn: heardOn, of: source, isSynthetic },
      parts: toldOn === null ? [] : [{ name: 'told', doneOn: toldOn }],
    }));
  },
};
