import type { CompositionIssue } from '../composition-failed';

/** What may be served of a subgraph. */
export interface SubgraphCandidate {
  /** Kebab-case, such as `tri-borough`. */
  name: string;
  /** Where the gateway reaches it. */
  url: string;
  /** The schema that it publishes now; null where it told none that can be read. */
  published: string | null;
  /** Why it told none; null where it did. */
  problem: string | null;
  /** The last under which it was served; null where it never was. */
  lastGood: string | null;
}

/**
 * Under which of its schemas a subgraph is served: what it publishes, the last that was good, or none, where all that is
 * asked of it fails.
 */
export type ServedUnder = 'PUBLISHED' | 'LAST_GOOD' | 'NONE';

/** A subgraph as it is served. */
export interface ServedSubgraph {
  name: string;
  servedUnder: ServedUnder;
  /** Its schema; null where there is none. */
  sdl: string | null;
  /** Why what it publishes is not served, one line an issue; null where it is. */
  problem: string | null;
  /** The same as it was found; none where it is served, or told no schema. */
  issues: readonly CompositionIssue[];
}
