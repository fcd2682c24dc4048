import { monthsAfter, ThresholdDocument } from '@hub/contract';
import type { ThresholdDocumentRecord } from './threshold-document-record';
import type { ThresholdRequirementRecord } from './threshold-requirement-record';

/** What is stored of a threshold document. */
type StoredDocument = Pick<
  ThresholdDocumentRecord,
  'id' | 'title' | 'editionId' | 'publishedOn' | 'reviewedOn' | 'isSynthetic'
>;

/** A threshold document with what the terms of reference ask of it. */
export type RequiredThresholdDocument = StoredDocument &
  Pick<ThresholdDocument, 'reviewEveryMonths' | 'reviewDue' | 'sources'>;

/**
 * The threshold document that a partnership works to: the latest of its own, else the latest of the demonstration,
 * else the one that its terms of reference ask for, without dates. Null where nothing speaks of one.
 */
export function currentThresholdDocument(
  documents: readonly StoredDocument[],
  requirement: ThresholdRequirementRecord | null,
): RequiredThresholdDocument | null {
  const own = documents.filter(({ isSynthetic }) => !isSynthetic);
  const [latest] = (own.length > 0 ? own : [...documents]).sort((a, b) => (lastDate(a) < lastDate(b) ? 1 : -1));
  const document = latest ?? (requirement && undated(requirement));
  if (!document) return null;
  const since = document.reviewedOn ?? document.publishedOn;
  const reviewEveryMonths = requirement?.reviewEveryMonths ?? null;
  return Object.assign(new ThresholdDocument(), document, {
    reviewEveryMonths,
    reviewDue: since !== null && reviewEveryMonths !== null ? monthsAfter(since, reviewEveryMonths) : null,
    sources: requirement?.sources ?? [],
  });
}

function undated({ id, title }: ThresholdRequirementRecord): StoredDocument {
  return { id, title, editionId: null, publishedOn: null, reviewedOn: null, isSynthetic: false };
}

/** Dates as precisely as known sort as text in the order of the calendar; the id settles the rest. */
function lastDate({ reviewedOn, publishedOn, id }: StoredDocument): string {
  return `${reviewedOn ?? publishedOn ?? ''} ${id}`;
}
