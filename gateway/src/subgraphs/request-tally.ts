import type { UnavailableCode } from './subgraph-unavailable';

/** What became of a request: an answer, or why there was none. */
export type RequestOutcome = 'ANSWERED' | UnavailableCode;

/** Requests to one subgraph since the start, for whoever watches. */
export class RequestTally {
  /** Those that are not over, waiting for a turn included. */
  underWay = 0;
  /** How long those that are over have taken in all. */
  ms = 0;
  readonly #outcomes = new Map<RequestOutcome, number>();

  /** Those that are over, by what became of them. */
  get outcomes(): ReadonlyMap<RequestOutcome, number> {
    return this.#outcomes;
  }

  begin(): void {
    this.underWay += 1;
  }

  /** @param ms - since it began. */
  end(outcome: RequestOutcome, ms: number): void {
    this.underWay -= 1;
    this.ms += ms;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }
}
