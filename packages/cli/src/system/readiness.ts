import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from './ports';

/**
 * `ready`: it can answer questions. `live`: it listens; its database, or another process that it asks, may be away, and it
 * need not be started again for that.
 */
export type Health = 'ready' | 'live';

/**
 * Waits until a process answers 200 on /health/ready or /health/live.
 *
 * @param isRunning - whether the process is still there to wait for
 * @param limitMs - for how long; `Infinity` for as long as it runs
 * @returns null when it is so, else the reason why the wait ended
 */
export async function waitUntilHealthy(
  health: Health,
  port: number,
  isRunning: () => boolean,
  limitMs: number,
  signal: AbortSignal,
): Promise<string | null> {
  const deadline = Date.now() + limitMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (signal.aborted) return 'the hub ends';
    if (!isRunning()) return 'it ended';
    last = await statusOf(health, port);
    if (last === '200') return null;
    await sleep(100);
  }
  return `it was not ${health} within ${limitMs / 1000} s (last: ${last})`;
}

function statusOf(health: Health, port: number): Promise<string> {
  return new Promise((resolve) => {
    const options = { host: LOOPBACK, port, path: `/health/${health}`, agent: false, timeout: 5000 };
    const request = get(options, (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 5 s')));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
