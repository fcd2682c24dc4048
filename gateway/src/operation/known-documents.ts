import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of documents that are kept as they were parsed, in all. One takes about a hundred bytes of memory. */
const KEPT = 500_000;

/** Of the SHA-256 of a document, as hexadecimal digits. */
const HASH_LENGTH = 64;

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Documents that were parsed and found valid on one supergraph, those that were used last. Apollo Server puts them here, and
 * what is here is answered without it.
 */
export class KnownDocuments implements DocumentStore {
  readonly #documents: LRUCache<string, DocumentNode>;

  /** @param kept - characters in all. */
  constructor(kept = KEPT) {
    const sizeCalculation = ({ loc }: DocumentNode) => loc!.source.body.length + 1;
    this.#documents = new LRUCache({ maxSize: kept, sizeCalculation });
  }

  /** @param queryHash - SHA-256 of the document, in hexadecimal digits. */
  find(queryHash: string): DocumentNode | undefined {
    return this.#documents.get(queryHash);
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(hashIn(key));
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
