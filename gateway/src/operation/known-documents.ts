import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { HitRate, type CacheFigures } from '../metrics/hit-rate';

/** Characters of documents that are kept as they were parsed, in all. */
const KEPT = 500_000;

/** What a character of a document takes as it was parsed, roughly. */
const BYTES_OF_A_CHARACTER = 100;

/**
 * Documents that were parsed and found valid on one supergraph, those that were used last: they are
 * answered without Apollo Server.
 */
export class KnownDocuments {
  readonly #documents: LRUCache<string, DocumentNode>;
  readonly #hitRate = new HitRate();

  /** @param kept - characters in all. */
  constructor(kept = KEPT) {
    const sizeCalculation = ({ loc }: DocumentNode) => loc!.source.body.length + 1;
    this.#documents = new LRUCache({ maxSize: kept, sizeCalculation });
  }

  /** @param queryHash - SHA-256 of the document, in hexadecimal digits. */
  find(queryHash: string): DocumentNode | undefined {
    return this.#hitRate.noted(this.#documents.get(queryHash));
  }

  get figures(): CacheFigures {
    const { size: entries, calculatedSize } = this.#documents;
    return { ...this.#hitRate.counts, entries, bytes: calculatedSize * BYTES_OF_A_CHARACTER };
  }

  set(queryHash: string, document: DocumentNode): void {
    this.#documents.set(queryHash, document);
  }
}
