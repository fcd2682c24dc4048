import { BANK_HOLIDAYS_TO, todayInLondon } from '@hub/contract';
import { repeat, type Background, type BackgroundServices } from '@hub/subgraph-kit';
import { publishFigures } from '../publication/publish-figures';
import { webhookBackground } from '../webhooks/webhook-background';
import { escalateSilence } from './escalate-silence';
import { holidaysWarning } from './holidays-warning';
import { readMovementSettings } from './movement-settings';
import { removeEnded } from './remove-ended';
import { renewClocks } from './renew-clocks';

const MINUTE = 60_000;

/** What happens to movements by time alone: clocks run out, periods end, and webhooks are sent. Safe with several processes of the hub. */
export function movementBackground(services: BackgroundServices): Background {
  const { dataSource, logger, env } = services;
  const { escalationRoute, retentionDays } = readMovementSettings(env);
  const warning = holidaysWarning(todayInLondon());
  if (warning) logger.warn({ until: BANK_HOLIDAYS_TO }, warning);
  const clocks = async () => {
    await renewClocks(dataSource);
    const escalated = await escalateSilence(dataSource, escalationRoute);
    if (escalated > 0) logger.warn({ escalated }, 'movements were not acknowledged in time, and are escalated');
  };
  const retention = async () => {
    const removed = retentionDays === null ? 0 : await removeEnded(dataSource, retentionDays);
    if (removed > 0) logger.info({ removed, days: retentionDays }, 'movements were removed after their period');
  };
  const figures = () => dataSource.transaction((manager) => publishFigures(manager, new Date()));
  const works = [
    repeat({ name: 'clocks of movements', everyMs: MINUTE, work: clocks }, logger),
    repeat({ name: 'retention of movements', everyMs: 60 * MINUTE, work: retention }, logger),
    repeat({ name: 'publication of numbers', everyMs: 60 * MINUTE, work: figures }, logger),
    webhookBackground(services),
  ];
  return { stop: async () => void (await Promise.all(works.map((work) => work.stop()))) };
}
