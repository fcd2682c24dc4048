import type { Exchange, Sent } from './exchange';
import type { Subject } from './subject';

/**
 * One thing that a partnership's subgraph must do. It changes nothing at the subject; what was refused to it may be on a record
 * of access there.
 */
export interface Check {
  /** Stable, as `TOKEN_EXPIRED`. */
  code: string;
  /** What the subgraph does, as a sentence. */
  title: string;
  /** What it is for, and the specification or decision that asks for it. */
  why: string;
  /** What its developer does where it fails. */
  remedy: string;
  /** Codes of earlier checks without which this one would say nothing. */
  needs: readonly string[];
  /**
   * Returns where the subject does it.
   *
   * @throws {@link Failed}, `NoAnswer`, or {@link NothingToCheck}
   */
  run(subject: Subject): Promise<void>;
}

/** The subject does otherwise. */
export class Failed extends Error {
  override readonly name = 'Failed';

  /** @param exchange - that shows it. */
  constructor(
    message: string,
    readonly exchange: Exchange,
  ) {
    super(message);
  }
}

/** The subject publishes nothing to which the check applies. */
export class NothingToCheck extends Error {
  override readonly name = 'NothingToCheck';
}

/** What became of a check. */
export type Outcome =
  | { kind: 'passed' }
  /** @param reason - why it was not judged */
  | { kind: 'skipped'; reason: string }
  | { kind: 'failed'; problem: string; sent: Sent; came: Exchange | null };

/** A check that was run. */
export interface Result {
  check: Check;
  outcome: Outcome;
  /** How long it took, in seconds. */
  seconds: number;
}
