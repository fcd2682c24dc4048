import type { Logger } from 'pino';
import type { Listening } from '../listening/channel-listener';
import { readFedMovement } from './fed-movement';
import type { OpenFeeds } from './open-feeds';

/** How feeds hear from the London SCP what has come on. */
export function movementsFor(feeds: OpenFeeds, databaseUrl: string, log: Logger): Listening {
  return {
    ...{ databaseUrl, channel: 'hub_feed', about: 'movements' },
    heard(payload) {
      const fed = readFedMovement(payload);
      if (fed) feeds.send(fed);
      else log.warn('A notification of the feed is none that this gateway knows.');
    },
    missed: () => feeds.missed(),
  };
}
