import { financialYearBounds, ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { learningHubs, learningHubSteps } from './loaders';

const kind = ObligationRecordKind.LEARNING_HUB;

/** Hubs, which hold until the end of their year; their parts are their Change Makers and what was done. */
export const learningHubEvidence: EvidenceReaders = {
  async [kind](context, on) {
    const [hubs, steps] = await Promise.all([learningHubs(context), learningHubSteps(context)]);
    return hubs.map(({ id, reference, financialYear, startedOn, changeMakers, isSynthetic }) => {
      const endsOn = financialYearBounds(financialYear).to;
      const own = steps.filter(({ hubReference }) => hubReference === reference);
      return {
        ...{ kind, record: id, doneOn: startedOn, isSynthetic, bodyId: null, endsOn, dueOn: null },
        of: endsOn < on ? 'YEAR_ENDED' : 'UNDER_WAY',
        parts: [
          ...changeMakers.map(() => ({ name: 'CHANGE_MAKER', doneOn: null })),
          ...own.map((step) => ({ name: step.kind, doneOn: step.doneOn })),
        ],
      };
    });
  },
};
