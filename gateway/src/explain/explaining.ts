import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../operation/request-context';
import type { ExplainedPlan } from './explained-plan';
import { TimedRequests, type TimedRequest } from './timed-requests';

/** What an operation takes of its caller's points. */
interface ExplainedCost {
  /** For its text. */
  document: number;
  /** For what its lists can bring, its text included. */
  operation: number;
  /** For its plan, the first time that it is asked. */
  plan: number;
}

/** How an operation is answered, and in place of its data, what that took. */
export type Explanation = ExplainedPlan & {
  cost: ExplainedCost;
  /** As the client would be told. */
  errors: readonly GraphQLFormattedError[];
  /** Where it was run. */
  run?: { ms: number; requests: readonly TimedRequest[] };
};

/** An operation that is explained in place of being answered. */
export class Explaining {
  readonly requests = new TimedRequests();
  #plan: ExplainedPlan | undefined;
  #cost: ExplainedCost | undefined;

  /** @param isRun - whether it is run too, for times and counts. */
  constructor(readonly isRun: boolean) {}

  note(plan: ExplainedPlan, { documentCost, operationCost, planCost }: RequestContext): void {
    this.#plan = plan;
    this.#cost = { document: documentCost, operation: operationCost, plan: planCost };
  }

  /** Undefined where the operation was refused as a whole. To be asked for as soon as it was answered. */
  explanation(errors: readonly GraphQLFormattedError[] = []): Explanation | undefined {
    if (!this.#plan || !this.#cost) return undefined;
    const { ms, all: requests } = this.requests;
    return { ...this.#plan, cost: this.#cost, errors, ...(this.isRun && { run: { ms, requests } }) };
  }
}
