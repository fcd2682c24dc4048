import { ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { termsOfReference } from './governance-loaders';

const [kind, NOTHING_MORE] = [
  ObligationRecordKind.TERMS_OF_REFERENCE,
  { bodyId: null, of: null, endsOn: null, parts: [] },
] as const;

/** When the review of the governing document is due. */
export const documentEvidence: EvidenceReaders = {
  async [kind](context) {
    return (await termsOfReference(context)).map(({ id, reviewDue }) => ({
      ...{ ...NOTHING_MORE, kind, record: id, doneOn: null, dueOn: reviewDue, isSynthetic: false },
    }));
  },
};
