import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from './ports';

/** Milliseconds that a process has until it is ready: migrations and a first load are among them. */
const LIMIT = 60_000;

/**
 * Waits until a process answers 200 on /health/ready.
 *
 * @param isRunning - whether the process is still there to wait for
 * @returns null when it is ready, else the reason why the wait ended
 */
export async function waitUntilReady(
  port: number,
  isRunning: () => boolean,
  signal: AbortSignal,
): Promise<string | null> {
  const deadline = Date.now() + LIMIT;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (signal.aborted) return 'the hub ends';
    if (!isRunning()) return 'it ended';
    last = await statusOf(port);
    if (last === '200') return null;
    await sleep(100);
  }
  return `it was not ready within ${LIMIT / 1000} s (last: ${last})`;
}

function statusOf(port: number): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ host: LOOPBACK, port, path: '/health/ready', agent: false, timeout: 5000 }, (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 5 s')));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
