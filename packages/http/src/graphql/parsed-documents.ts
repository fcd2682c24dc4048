import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';

/** Characters of documents that are kept as they were parsed, in all. One takes about a hundred bytes of memory. */
const KEPT = 500_000;

/**
 * Keeps documents that were parsed and found valid, those that were used last. By their characters: the store that Apollo
 * Server makes for itself counts a tree by its JSON, and holds several times as much as it says.
 */
export function parsedDocuments(kept = KEPT): KeyValueCache<DocumentNode> {
  return new InMemoryLRUCache({ maxSize: kept, sizeCalculation: ({ loc }) => loc!.source.body.length + 1 });
}
