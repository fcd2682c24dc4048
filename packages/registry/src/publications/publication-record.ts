import type { ServedUnder } from '../assembly/subgraph-candidate';
import type { Finding } from '../checks/finding';

/** `ROLLED_BACK`: it was served, and a gateway could not load the supergraph of it. */
export type PublicationResult = 'SERVED' | 'REFUSED' | 'ROLLED_BACK';

/** What the history has of a publication, without its schema. */
export interface PublicationEntry {
  /** From 1, without gaps, over all subgraphs. */
  number: number;
  subgraph: string;
  /** Where the gateway reaches it; null where the hub's own configuration says. */
  url: string | null;
  /** The SHA-256 of its schema, in hexadecimal. */
  sdlHash: string;
  /** The number of the publisher's key; null where the hub itself has asked the subgraph, or rolled it back. */
  key: number | null;
  publishedAt: Date;
  reason: string;
  result: PublicationResult;
  findings: Finding[];
  /** The earlier publication that is served again by it; null where it is a new one. */
  restores: number | null;
}

/** A publication with its schema. */
export interface PublicationRecord extends PublicationEntry {
  sdl: string;
}

/** What is about to be added to the history. */
export type NewPublication = Pick<
  PublicationRecord,
  'subgraph' | 'url' | 'sdl' | 'key' | 'reason' | 'result' | 'findings' | 'restores'
>;

/** Under which publication a subgraph is in a supergraph. */
export interface SupergraphPart {
  name: string;
  /** Null where none of its schemas was ever good. */
  publication: number | null;
  servedUnder: ServedUnder;
  /** Why it is not served as it was last published; null where it is. */
  problem: string | null;
}

/** A subgraph as it is in the supergraph of a moment. */
export interface PublishedSubgraph extends SupergraphPart {
  url: string | null;
  /** Null where it is served under none. */
  sdl: string | null;
}

/** The supergraph of a moment. */
export interface PublishedSupergraph {
  /** From 1, without gaps; the highest is the newest. */
  number: number;
  sdl: string;
  subgraphs: PublishedSubgraph[];
  /** The number of the supergraph that it repeats; null where it is a new one. */
  restores: number | null;
}
