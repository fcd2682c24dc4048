import { describeError, listen, type Background, type Logger } from '@hub/subgraph-kit';
import type { DataSource } from 'typeorm';
import { backOff } from '../exchange/back-off';
import { followFeed } from '../exchange/feed-client';
import type { HubAddress } from '../exchange/hub-address';
import { oneAtATime } from '../exchange/one-at-a-time';
import type { OwnSide } from '../exchange/own-side';
import { OUTBOX_CHANNEL } from '../store/write-outbox';
import { Bell } from './bell';
import { ExchangeRound } from './exchange-round';

/** After this, it is seen whether another process is still at it. */
const BUSY_MS = 1_000;

/** Whose relay it is, and to which hub. */
export interface RelayOptions {
  dataSource: DataSource;
  hub: HubAddress;
  own: OwnSide;
}

/**
 * Carries messages between a partnership's database and the hub: at once when one is written here or the hub says that it
 * has one, and by asking each minute in any case. Whatever is killed or cut off, all arrives, once, in its order.
 */
export function startRelay({ dataSource, hub, own }: RelayOptions, logger: Logger): Background {
  const ending = new AbortController();
  const { signal } = ending;
  const bell = new Bell();
  const round = new ExchangeRound({ own, call: { hub, signal }, logger });
  const isDone = exchange();
  const listening = listen({ dataSource, channel: OUTBOX_CHANNEL, onHeard: () => bell.ring() }, logger);
  const feed = followFeed(
    { hub, onOpen: () => wake(() => round.hubIsBack()), onNews: () => wake(() => round.fetchNow()) },
    logger,
  );

  function wake(begin: () => void) {
    begin();
    bell.ring();
  }

  async function exchange() {
    for (let failures = 0; !signal.aborted;) {
      try {
        const wait = await oneAtATime(dataSource, (manager) => round.run(manager));
        failures = 0;
        await bell.wait(wait ?? BUSY_MS);
      } catch (error) {
        if (signal.aborted) return;
        // What was under way may be half done.
        round.fetchNow();
        logger.error({ error: describeError(error) }, 'the exchange with the hub failed, and will be tried again');
        await bell.wait(backOff(++failures));
      }
    }
  }

  return {
    async stop() {
      ending.abort();
      bell.ring();
      await Promise.all([isDone, listening.stop(), feed.stop()]);
    },
  };
}
