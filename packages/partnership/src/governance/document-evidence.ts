import { ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { documentOn } from './governance-loaders';

const kind = ObligationRecordKind.TERMS_OF_REFERENCE;

/** When the review is due of the governing document that is worked to. */
export const documentEvidence: EvidenceReaders = {
  async [kind](context, on) {
    const document = await documentOn(context, on);
    if (!document) return [];
    const { id, reviewDue } = document;
    return [
      {
        ...{ kind, record: id, doneOn: null, dueOn: reviewDue, isSynthetic: false },
        ...{ bodyId: null, of: null, endsOn: null, parts: [] },
      },
    ];
  },
};
