import type { GraphQLFormattedError } from 'graphql';
import { valueAt } from './table-rows';

/** One page of an answer, or the whole of one that has no pages. */
export interface Page {
  data: unknown;
  errors: readonly GraphQLFormattedError[];
}

/**
 * An answer and the pages that come after it, each asked for when the one before it was taken.
 *
 * @param paged - the path to the connection that has pages; null where there is none.
 * @param ask - answers with the page after a cursor; null where there is no answer.
 */
export async function* pagesFrom(
  first: Page,
  paged: readonly string[] | null,
  ask: (after: string) => Promise<Page | null>,
): AsyncGenerator<Page> {
  let page: Page | null = first;
  let after: string | null = null;
  while (page) {
    yield page;
    const next: string | null = paged && nextCursor(valueAt(page.data, paged));
    // A connection that answers with the same end for ever has none.
    if (next === null || next === after) return;
    after = next;
    page = await ask(after);
  }
}

/** The cursor of the next page of a connection; null at its end. */
function nextCursor(connection: unknown): string | null {
  const end = valueAt(connection, ['pageInfo', 'endCursor']);
  return valueAt(connection, ['pageInfo', 'hasNextPage']) === true && typeof end === 'string' ? end : null;
}
