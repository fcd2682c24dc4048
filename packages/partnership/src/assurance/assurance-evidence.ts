import { ObligationRecordKind } from '@hub/contract';
import { type EvidenceReaders, grouped } from '@hub/subgraph-kit';
import { audits, challenges, escalations, scrutiny } from './assurance-loaders';

const Kind = ObligationRecordKind;
const NOTHING = { bodyId: null, endsOn: null, dueOn: null, parts: [] };

/** Audits, challenges and scrutiny, as rules look at them. */
export const assuranceEvidence: EvidenceReaders = {
  /** One of its kind; shared, where its learning was. */
  async [Kind.PRACTICE_AUDIT](context) {
    return (await audits(context)).map(({ id, kind, completedOn, learningSharedOn, isSynthetic }) => ({
      ...{ ...NOTHING, kind: Kind.PRACTICE_AUDIT, record: id, doneOn: completedOn, of: kind, isSynthetic },
      parts: learningSharedOn === null ? [] : [{ name: 'LEARNING_SHARED', doneOn: learningSharedOn }],
    }));
  },
  /** `OPEN` or `RESOLVED` on the day; its parts are the steps by which it was taken further. */
  async [Kind.CHALLENGE](context, on) {
    const [all, further] = await Promise.all([challenges(context), escalations(context)]);
    const steps = grouped(further, ({ challengeReference }) => challengeReference);
    return all.map(({ id, reference, raisedOn, resolvedOn, isSynthetic }) => ({
      ...{ ...NOTHING, kind: Kind.CHALLENGE, record: id, doneOn: raisedOn, isSynthetic },
      of: resolvedOn !== null && resolvedOn <= on ? 'RESOLVED' : 'OPEN',
      parts: (steps.get(reference) ?? []).map(({ step, escalatedOn }) => ({ name: step, doneOn: escalatedOn })),
    }));
  },
  /** One of its duty. */
  async [Kind.SCRUTINY_ACTIVITY](context) {
    return (await scrutiny(context)).map(({ id, duty, doneOn, isSynthetic }) => {
      return { ...NOTHING, kind: Kind.SCRUTINY_ACTIVITY, record: id, doneOn, of: duty, isSynthetic };
    });
  },
};
