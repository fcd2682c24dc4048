import { setImmediate } from 'node:timers/promises';

/** How long one turn may take, in milliseconds. */
const TURN_MS = 10;

/** Work in pieces, each done when it is asked for. */
export type InPieces<Result> = Generator<undefined, Result>;

/** Does work in turns: after each, what has arrived meanwhile comes first. */
export async function inTurns<Result>(work: InPieces<Result>): Promise<Result> {
  for (;;) {
    await setImmediate();
    const end = performance.now() + TURN_MS;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
  }
}
