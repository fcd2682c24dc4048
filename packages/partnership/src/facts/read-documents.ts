import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './facts';
import { FactsError } from './facts-error';
import { readFacts } from './read-facts';
import { withSeatIds } from './seat-ids';

/**
 * Reads the governing documents of a partnership, the earliest first: the facts folder itself where there has been one, or
 * a folder in it for each.
 *
 * @throws {@link FactsError} as {@link readFacts}, and where it does not say from when a later document is worked to, or two
 * begin at once, or use one id of a clause, a relation or a priority.
 */
export function readDocuments(folder: string): Facts[] {
  if (existsSync(join(folder, 'terms-of-reference.yaml'))) return [readFacts(folder)];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const documents = folders
    .map(({ name }) => readFacts(join(folder, name)))
    .sort((a, b) => (beginningOf(a) < beginningOf(b) ? -1 : 1));
  const problems = [...beginningsOf(documents), ...repeatedIn(documents)];
  if (documents.length === 0) problems.push('There is no terms-of-reference.yaml, in it or in a folder of it.');
  if (problems.length > 0) throw new FactsError(folder, problems);
  return documents.map((facts, position) =>
    position === 0 ? facts : { ...facts, bodies: withSeatIds(facts.bodies, facts.termsOfReference.inForceFrom) },
  );
}

/** From when a document is worked to; that which does not say was there before all others. */
const beginningOf = ({ termsOfReference }: Facts) => termsOfReference.inForceFrom ?? '';

function beginningsOf(documents: readonly Facts[]): string[] {
  return documents.slice(1).flatMap((document, index) => {
    const { title } = document.termsOfReference;
    if (beginningOf(document) === '') return `${title}: nothing says from when it is worked to. Give inForceFrom.`;
    const isAlike = beginningOf(document) === beginningOf(documents[index]!);
    return isAlike ? `${title}: another document begins at ${beginningOf(document)} too. Correct one of them.` : [];
  });
}

/** Ids that stand for one thing whatever the document. */
function repeatedIn(documents: readonly Facts[]): string[] {
  const ids = documents.flatMap(({ clauses, relations, priorities }) =>
    [...clauses, ...relations, ...priorities].map(({ id }) => id),
  );
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `"${id}" stands in two documents. Give each its own.`);
}
