import type { UserError } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { forgetLoaded } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';

/** Thrown inside {@link mutate} to do nothing and say why. */
export class Refusal extends Error {
  readonly userErrors: UserError[];

  constructor(...userErrors: UserError[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.name = 'Refusal';
    this.userErrors = userErrors;
  }
}

/** What a mutation did, or why it did nothing. */
export interface MutationResult<Result> {
  result: Result | null;
  userErrors: UserError[];
}

/**
 * Runs a mutation in one transaction. A {@link Refusal} rolls everything back and becomes `userErrors`; any other error
 * rolls back and stays an error. Loaders forget what they read before: the answer shows what was written.
 */
export async function mutate<Result>(
  context: SubgraphContext,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<MutationResult<Result>> {
  try {
    return { result: await context.dataSource.transaction(work), userErrors: [] };
  } catch (error) {
    if (error instanceof Refusal) return { result: null, userErrors: error.userErrors };
    throw error;
  } finally {
    forgetLoaded(context);
  }
}
