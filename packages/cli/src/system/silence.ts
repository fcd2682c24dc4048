import { availableParallelism, loadavg } from 'node:os';

/** Milliseconds between two looks. */
const TICK_MS = 1000;

/** Asks for a sign of life, until the signal; resolves with whether there was one. Must not reject. */
export type Ask = (signal: AbortSignal) => Promise<boolean>;

/**
 * Watches for a process that runs and says nothing any more. Time is counted in looks of our own and not by the clock: on
 * a machine that is starved or asleep there are fewer of them, so that nobody is taken for dead who merely had no chance. For
 * the same reason they are more where processes have to share the processors: in proportion to how many want each.
 *
 * @param ticks - so many looks in a row, a second apart, without a sign of life are silence, on a machine that is not busy
 * @param onSilence - called at most once
 * @returns ends the watch
 */
export function watchForSilence(ask: Ask, ticks: number, onSilence: () => void): () => void {
  let silent = 0;
  let asking: AbortController | undefined;
  const timer = setInterval(() => {
    if (silent++ >= ticks * sharing()) {
      stop();
      return onSilence();
    }
    // One question at a time, without a limit of its own: a late answer is an answer.
    if (asking) return;
    asking = new AbortController();
    void ask(asking.signal).then((isAlive) => {
      asking = undefined;
      if (isAlive) silent = 0;
    });
  }, TICK_MS).unref();
  const stop = () => {
    clearInterval(timer);
    asking?.abort();
  };
  return stop;
}

/** How many want each processor, in the last minute; at least one. Where the system does not tell, as on Windows, one. */
const sharing = () => Math.max(1, loadavg()[0]! / availableParallelism());
