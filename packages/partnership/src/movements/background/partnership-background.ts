import { repeat, type Background, type BackgroundServices } from '@hub/subgraph-kit';
import type { OwnSide } from '../exchange/own-side';
import { readRelaySettings } from './relay-settings';
import { startRelay } from './relay';
import { removeEnded } from './remove-ended';
import { readRetentionDays } from './retention-days';

const HOUR_MS = 3_600_000;

/**
 * What a partnership does about movements beside answering: the exchange with the hub, and retention. Safe with several
 * processes of the partnership.
 *
 * @throws ConfigError where the environment cannot be used.
 */
export function partnershipBackground(own: OwnSide, { dataSource, logger, env }: BackgroundServices): Background {
  const hub = readRelaySettings(env);
  const days = readRetentionDays(env);
  const retention = async () => {
    const removed = days === null ? 0 : await removeEnded(dataSource, days);
    if (removed > 0) logger.info({ removed, days }, 'records of movements were removed after their period');
  };
  const works = [repeat({ name: 'retention of movements', everyMs: HOUR_MS, work: retention }, logger)];
  if (hub === null) {
    logger.info('HUB_URL and HUB_TOKEN_FILE are not set: messages about movements stay here, and none are fetched');
  } else {
    works.push(startRelay({ dataSource, hub, own }, logger));
  }
  return { stop: async () => void (await Promise.all(works.map((work) => work.stop()))) };
}
