import { earliestDay, todayInLondon } from '@hub/contract';
import type { Facts } from './facts';

/**
 * The document that was worked to on a day: the last that had begun. A date known to the year or month counts from its first
 * day. On a day before all of them it is the first.
 *
 * @param documents the earliest first
 * @param on a day as `YYYY-MM-DD`
 */
export function inForceOn<Document extends { inForceFrom: string | null }>(
  documents: readonly Document[],
  on: string,
): Document | undefined {
  const last = documents.findLast(({ inForceFrom }) => inForceFrom === null || earliestDay(inForceFrom) <= on);
  return last ?? documents[0];
}

/** What the document says that is worked to today. */
export function factsInForce(documents: readonly Facts[]): Facts {
  const dated = documents.map((facts) => ({ facts, inForceFrom: facts.termsOfReference.inForceFrom }));
  return inForceOn(dated, todayInLondon())!.facts;
}
