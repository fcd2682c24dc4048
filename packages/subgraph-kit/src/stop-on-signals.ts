import type { EventEmitter } from 'node:events';

/** What {@link stopOnSignals} needs of the process. */
export interface SignalledProcess extends Pick<EventEmitter, 'on'> {
  exit(code: number): void;
}

/**
 * On SIGTERM or SIGINT closes what runs and exits with 0; with 1 when closing fails, takes longer than `graceMs`, or a
 * second signal comes.
 */
export function stopOnSignals(close: () => Promise<void>, target: SignalledProcess = process, graceMs = 10_000): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) {
      target.exit(1);
      return;
    }
    isStopping = true;
    setTimeout(() => target.exit(1), graceMs).unref();
    close().then(
      () => target.exit(0),
      () => target.exit(1),
    );
  };
  target.on('SIGTERM', stop);
  target.on('SIGINT', stop);
}
