import { setTimeout as sleep } from 'node:timers/promises';
import type { Scene } from './scene';

const DECLARED = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'So that a benchmark can listen.' };

/** The bytes that ask for a feed. */
export function feedRequest(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: 'x', ...headers, ...DECLARED }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET /feed HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A duty team of another borough opens a feed now and then, until the end, which it must get. */
export async function openFeedsOfOthers(scene: Scene): Promise<void> {
  const place = { partnership: 'redbridge', organisation: 'E09000026' };
  const token = await scene.token('duty-team', 100, place);
  while (!scene.end.aborted) {
    await sleep(2000);
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch(`${scene.hub.url}/feed`, { headers: { ...token, ...DECLARED }, signal }).catch(
      () => null,
    );
    if (answer?.status !== 200 && !scene.end.aborted)
      scene.lacked.add(`another borough's feed: ${answer?.status ?? 'no answer'}`);
    await answer?.body?.cancel();
  }
}
