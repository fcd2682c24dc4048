import { setTimeout as pause } from 'node:timers/promises';
import { describeError, type Background, type Logger } from '@hub/subgraph-kit';
import { backOff } from './back-off';
import { hubHeaders, type HubAddress } from './hub-address';
import { problemOfStatus } from './hub-client';
import { HubProblem } from './hub-problem';
import { serverSentEvents } from './server-sent-events';
import { withinTime } from './within-time';

/** The hub sends a sign of life every 15 seconds. */
const SILENCE_MS = 45_000;

/**
 * A hub that could not be reached is noticed this soon once it is back, and what waited for it is sent at once. One that
 * refuses has put that on record, and is asked less often.
 */
const UNREACHED_MS = 10_000;

/** What is done about the feed. */
export interface FeedFollowing {
  hub: HubAddress;
  /** The hub is there (again): it may have been away before. */
  onOpen: () => void;
  /** There is, or may be, something to fetch. */
  onNews: () => void;
}

/**
 * Follows the hub's live feed, and follows it again when it ends. The feed only makes things quicker: where the hub has
 * none, or it fails, what there is to fetch is found by asking.
 */
export function followFeed(following: FeedFollowing, logger: Logger): Background {
  const ending = new AbortController();
  const { signal } = ending;
  const follow = async () => {
    for (let failures = 0; !signal.aborted;) {
      const began = Date.now();
      let longestMs: number | undefined = UNREACHED_MS;
      try {
        await readFeed(following, signal);
      } catch (error) {
        if (error instanceof HubProblem) longestMs = undefined;
        if (!signal.aborted) logger.debug({ error: describeError(error) }, 'the feed of the hub ended');
      }
      failures = Date.now() - began > SILENCE_MS ? 1 : failures + 1;
      await pause(backOff(failures, longestMs), null, { signal, ref: false }).catch(() => undefined);
    }
  };
  const followed = follow();
  return {
    async stop() {
      ending.abort();
      await followed;
    },
  };
}

async function readFeed({ hub, onOpen, onNews }: FeedFollowing, signal: AbortSignal): Promise<void> {
  const headers = { ...(await hubHeaders(hub)), accept: 'text/event-stream' };
  await withinTime({ signal, ms: SILENCE_MS }, async (limit, onSign) => {
    const response = await fetch(`${hub.url}/feed`, { headers, redirect: 'error', signal: limit });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new HubProblem(problemOfStatus(response.status));
    }
    for await (const event of serverSentEvents(response.body, onSign)) {
      if (event === 'open') onOpen();
      else if (event === 'movement' || event === 'refused' || event === 'missed') onNews();
    }
  });
}
