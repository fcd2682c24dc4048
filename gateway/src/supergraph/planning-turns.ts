import { setImmediate } from 'node:timers/promises';
import { Turns } from '@hub/access';
import type { CallerAllowance } from '@hub/limits';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../operation/request-context';

/** How many operations are known to have been planned. */
const KNOWN = 1000;

/** The most operations under way in a gateway, so that nobody is refused here. */
const MOST = 1000;

/**
 * Lets operations be planned one at a time, by turns of who asks: a plan takes the gateway's only thread for up to a tenth
 * of a second. Whoever asks many new questions pays for each and waits for itself; what is planned already waits for none,
 * and has the thread for at least as long as plans have it.
 */
export class PlanningTurns {
  readonly #turns = new Turns({ ofOne: 1, atOnce: 1, waitingOfOne: MOST, waiting: MOST });
  readonly #planned = new LRUCache<string, true>({ max: KNOWN });

  /** @param points - what plans are taken from. */
  constructor(private readonly points: Pick<CallerAllowance, 'charge'>) {}

  /**
   * Plans and executes an operation. Its turn is over when its first subgraph is asked, and as much time as it took has passed.
   *
   * @param operation - by which its plan is kept: one question has several, for those who may see more or less of it.
   */
  async inTurn<Result>(
    operation: string,
    context: RequestContext,
    planAndExecute: () => Promise<Result>,
  ): Promise<Result> {
    if (this.#planned.get(operation)) return planAndExecute();
    const over = await this.#turns.take(context.asker.key);
    this.points.charge(context.asker, context.planCost);
    // What has arrived meanwhile comes first.
    await setImmediate();
    const begun = performance.now();
    context.onPlanned = () => {
      context.onPlanned = undefined;
      setTimeout(over, performance.now() - begun);
    };
    try {
      return await planAndExecute();
    } finally {
      context.onPlanned?.();
      this.#planned.set(operation, true);
    }
  }
}
