import { TurnRefused, Turns } from '@hub/access';
import { RequestRefused } from '../http/http-errors';

/** Operations at this gateway: of one caller under way and waiting, and of everybody. Each holds its body and its answer. */
const LIMITS = { ofOne: 8, waitingOfOne: 32, atOnce: 64, waiting: 128 };

/** Callers have turns, so that nobody keeps the planner, or the memory, from the others. */
export class QuestionTurns {
  readonly #turns = new Turns(LIMITS);

  get underWay(): number {
    return this.#turns.underWay;
  }

  get waiting(): number {
    return this.#turns.waiting;
  }

  /**
   * Works on an operation when it is its turn.
   *
   * @param signal - ends the waiting, where nobody waits for the answer any more.
   * @throws RequestRefused where that would not be soon.
   */
  async inTurn<Result>(asker: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const over = await this.#turns.take(asker, signal).catch(refuse);
    try {
      return await work();
    } finally {
      over();
    }
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof TurnRefused)) throw error;
  throw error.by === 'asker' ? refusal('TOO_MANY_AT_ONCE') : hubBusy();
}

/** The operation was not begun, and may be sent again. */
export const hubBusy = () => refusal('HUB_BUSY');

function refusal(code: 'TOO_MANY_AT_ONCE' | 'HUB_BUSY'): RequestRefused {
  return new RequestRefused(code, { seconds: 1 }, { 'retry-after': '1' });
}
