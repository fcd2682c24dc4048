import { ObligationRecordKind } from '@hub/contract';
import { type EvidenceReaders, allOf } from '@hub/subgraph-kit';
import { signOffsOfDecision } from './decision-loaders';
import { executiveDecision } from './decision-records';
import { finalOn } from './sign-off-rule';

const { DECISION: kind } = ObligationRecordKind;
const decisions = allOf(executiveDecision);

/** Decisions of the Executive up to a day, with the sectors that signed them off: each has effect once it is final (LON-28). */
export const decisionEvidence: EvidenceReaders = {
  async [kind](context, on) {
    const known = (await decisions(context)).filter(({ decidedOn }) => decidedOn <= on);
    return Promise.all(
      known.map(async ({ id, kind: of, isSynthetic }) => {
        const signOffs = await signOffsOfDecision(context).load(id);
        const parts = signOffs.map(({ sector, signedOn }) => ({ name: sector, doneOn: signedOn }));
        const shown = { kind, record: id, doneOn: finalOn(signOffs), isSynthetic, of, parts };
        return { ...shown, bodyId: null, endsOn: null, dueOn: null };
      }),
    );
  },
};
