import { setImmediate } from 'node:timers/promises';
import { Turns } from '@hub/access';
import { LruMap } from '../lru-map';
import type { RequestContext } from '../operation/request-context';

/** How many operations are known to have been planned. */
const KNOWN = 1000;

/** The most operations under way in a gateway, so that nobody is refused here. */
const MOST = 1000;

/**
 * Lets operations be planned one at a time, by turns of who asks: a plan takes the gateway's only thread for up to a tenth
 * of a second. Whoever asks many new questions waits for itself, and what is planned already waits for none.
 */
export class PlanningTurns {
  readonly #turns = new Turns({ ofOne: 1, atOnce: 1, waitingOfOne: MOST, waiting: MOST });
  readonly #planned = new LruMap<string, true>(KNOWN);

  /**
   * Plans and executes an operation. Its turn is over when its first subgraph is asked.
   *
   * @param operation - its text, and its name in it.
   */
  async inTurn<Result>(
    operation: string,
    context: RequestContext,
    planAndExecute: () => Promise<Result>,
  ): Promise<Result> {
    if (this.#planned.get(operation)) return planAndExecute();
    const over = await this.#turns.take(context.asker.key);
    // Between two plans come the answers that have arrived meanwhile.
    await setImmediate();
    context.onPlanned = over;
    try {
      return await planAndExecute();
    } finally {
      over();
      this.#planned.set(operation, true);
    }
  }
}
