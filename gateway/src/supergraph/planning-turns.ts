import { Turns } from '@hub/access';
import type { CallerAllowance } from '@hub/limits';
import type { RequestContext } from '../operation/request-context';

/** The most operations under way in a gateway, so that nobody is refused here. */
const MOST = 1000;

/**
 * Lets operations be planned one at a time, by turns of who asks: a plan takes up to a second. Whoever asks many new questions
 * pays for each and waits for itself.
 */
export class PlanningTurns {
  readonly #turns = new Turns({ ofOne: 1, atOnce: 1, waitingOfOne: MOST, waiting: MOST });

  /** @param points - what plans are taken from. */
  constructor(private readonly points: Pick<CallerAllowance, 'charge'>) {}

  /** Plans an operation that is not planned yet, when it is its caller's turn. */
  async inTurn<Result>(
    { asker, planCost }: Pick<RequestContext, 'asker' | 'planCost'>,
    plan: () => Promise<Result>,
  ): Promise<Result> {
    const over = await this.#turns.take(asker.key);
    try {
      this.points.charge(asker, planCost);
      return await plan();
    } finally {
      over();
    }
  }
}
