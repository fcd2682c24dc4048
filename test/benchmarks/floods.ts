import { setTimeout as sleep } from 'node:timers/promises';
import { askFrom, type Sent } from './caller';
import type { Scene } from './scene';

/** Requests that one caller has under way at once. */
const AT_ONCE = 4;
/** Milliseconds that a caller waits after a refusal for asking too often. */
const PAUSE_MS = 100;
const PATIENCE_MS = 20_000;

/** What one of five callers sends, request by request. */
export type Sends = (caller: number, number: number) => Sent;

/** Every caller sends as much as they get in, until the end. */
export async function flood(scene: Scene, sends: Sends, patience = PATIENCE_MS): Promise<void> {
  let sent = 0;
  const client = async (address: string, caller: number) => {
    while (!scene.end.aborted) {
      const status = await scene.ask(address, sends(caller, (sent += 1)), patience);
      if (status === 429 || status === 503 || status === 0) await sleep(PAUSE_MS);
    }
  };
  await Promise.all(
    scene.addresses.flatMap((address, caller) => Array.from({ length: AT_ONCE }, () => client(address, caller))),
  );
}

/**
 * The most that is let through: what is asked is halved until it is taken, each time by another caller.
 *
 * @param most - to begin with
 * @returns 0 where not even one is taken.
 */
export async function mostTaken(
  scene: Scene,
  most: number,
  sentFor: (count: number) => Promise<Sent> | Sent,
): Promise<number> {
  for (let count = most, probe = 1; count >= 1; count = Math.floor(count / 2), probe += 1) {
    const { status } = await askFrom(`127.1.${scene.number}.${probe}`, await sentFor(count), PATIENCE_MS);
    // An answer that came too late was taken as well.
    if (status === 200 || status === 0 || status >= 500) return count;
  }
  return 0;
}

/** `{ a0: … a1: … }`, so many times; the names are others for another `mark`, so that each document is new. */
export function repeated(count: number, field: string, mark: string | number = ''): string {
  return JSON.stringify({
    query: `{ ${Array.from({ length: count }, (_, index) => `a${mark}_${index}: ${field}`).join(' ')} }`,
  });
}
