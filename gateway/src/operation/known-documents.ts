import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { HitRate, type CacheFigures } from '../metrics/hit-rate';

/** Characters of documents that are kept as they were parsed, in all. */
const KEPT = 500_000;

/** What a character of a document takes as it was parsed, roughly. */
const BYTES_OF_A_CHARACTER = 100;

/** Of the SHA-256 of a document, as hexadecimal digits. */
const HASH_LENGTH = 64;

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Documents that were parsed and found valid on one supergraph, those that were used last. Apollo Server puts them here, and
 * what is here is answered without it.
 */
export class KnownDocuments implements DocumentStore {
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

  /** Not counted: what Apollo Server looks for was looked for before. */
  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(hashIn(key));
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(hashIn(key), document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(hashIn(key));
  }
}

/** Apollo Server puts the hash of the schema before that of the document. */
const hashIn = (key: string) => key.slice(-HASH_LENGTH);
