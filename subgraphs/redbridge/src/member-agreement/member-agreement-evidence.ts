import { type Evidence, ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { membersOn } from './member-agreement-loaders';

const kind = ObligationRecordKind.MEMBER_AGREEMENT;

/** Members on the day, each signed off by their own signature: who has not signed is awaited (RED-18 states no day). */
export const memberAgreementEvidence: EvidenceReaders = {
  async [kind](context, on) {
    return (await membersOn(context, on)).map(({ member: { id: record, isSynthetic }, signedOn }): Evidence => ({
      ...{ kind, record, doneOn: signedOn, isSynthetic, bodyId: null, of: null, endsOn: null, dueOn: null },
      parts: signedOn === null ? [] : [{ name: 'SIGNATURE', doneOn: signedOn }],
    }));
  },
};
