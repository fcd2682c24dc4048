import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@hub/subgraph-kit';
import { followFeed } from './feed-client';

jest.mock('node:timers/promises', () => ({ setTimeout: jest.fn() }));

const ATTEMPTS = 12;
const folder = mkdtempSync(join(tmpdir(), 'feed-client-'));
const hub = { url: 'http://127.0.0.1:1', tokenFile: join(folder, 'token') };
writeFileSync(hub.tokenFile, 'a token');
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());

/** How long is waited after each of twelve attempts, in milliseconds, where each answer is the same. */
async function waits(answer: () => Promise<Response>): Promise<number[]> {
  jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
  const waited: number[] = [];
  let feed: ReturnType<typeof followFeed> | undefined;
  await new Promise<void>((resolve) => {
    jest.mocked(pause).mockImplementation(async (ms, _, { signal } = {}) => {
      waited.push(ms!);
      if (waited.length < ATTEMPTS) return;
      resolve();
      await new Promise((ended) => signal!.addEventListener('abort', ended));
    });
    feed = followFeed({ hub, onOpen: () => undefined, onNews: () => undefined }, {
      debug: () => undefined,
    } as unknown as Logger);
  });
  await feed!.stop();
  return waited;
}

describe('the feed of a hub', () => {
  it('that cannot be reached is tried again within ten seconds, however long the hub has been away', async () => {
    const waited = await waits(() => Promise.reject(new TypeError('fetch failed')));
    expect(waited).toHaveLength(ATTEMPTS);
    expect(Math.max(...waited)).toBeLessThanOrEqual(10_000);
    expect(waited.at(-1)).toBeGreaterThanOrEqual(5_000);
  });

  it('that is refused, which is on record there each time, is tried again about each minute', async () => {
    const waited = await waits(() => Promise.resolve(new Response(null, { status: 403 })));
    expect(waited.at(-1)).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...waited)).toBeLessThanOrEqual(60_000);
  });
});
