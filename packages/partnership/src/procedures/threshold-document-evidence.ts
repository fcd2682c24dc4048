import { ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { currentThresholdDocument } from './current-threshold-document';
import { thresholdDocuments, thresholdRequirements } from './procedure-loaders';

const kind = ObligationRecordKind.THRESHOLD_DOCUMENT;
const isAfter = (date: string | null, day: string) => date !== null && date > day;

/** The threshold document that stood on a day, with when its review is due. */
export const thresholdDocumentEvidence: EvidenceReaders = {
  async [kind](context, on) {
    const [documents, requirements] = await Promise.all([thresholdDocuments(context), thresholdRequirements(context)]);
    const known = documents
      .filter(({ publishedOn }) => !isAfter(publishedOn, on))
      .map((document) => (isAfter(document.reviewedOn, on) ? { ...document, reviewedOn: null } : document));
    const document = currentThresholdDocument(known, requirements[0] ?? null);
    if (document === null) return [];
    const { id, reviewDue, reviewedOn, publishedOn, isSynthetic } = document;
    const shown = { kind, record: id, doneOn: reviewedOn ?? publishedOn, isSynthetic };
    return [{ ...shown, dueOn: reviewDue, bodyId: null, of: null, endsOn: null, parts: [] }];
  },
};
