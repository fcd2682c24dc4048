import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until what is seen is what is expected; after a time it fails as `toEqual` does. */
export async function untilEqual(look: () => Promise<unknown>, expected: unknown, forMs = 240_000): Promise<void> {
  const deadline = Date.now() + forMs;
  for (;;) {
    try {
      return expect(await look()).toEqual(expected);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(250);
  }
}
