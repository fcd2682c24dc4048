import { repeat, type Background, type BackgroundServices, type Logger } from '@hub/subgraph-kit';
import type { DataSource } from 'typeorm';
import { forget, takeDue, writeProblem } from './due-webhooks';
import { WebhookPost } from './webhook-post';
import { readWebhookSettings, webhookKeys, type WebhookReceiver } from './webhook-settings';

/** How often it is looked whether there is something to tell. */
const LOOK_MS = 1000;

/**
 * Tells partnerships' systems by webhook that there is something to ask for; nobody where WEBHOOKS is not set. Each has a turn of
 * its own, so that one that is slow holds up no other. Safe with several processes of the hub.
 *
 * @throws ConfigError where the environment cannot be used.
 */
export function webhookBackground({ dataSource, logger, env }: BackgroundServices): Background {
  const settings = readWebhookSettings(env);
  const receivers = settings?.receivers ?? [];
  const ending = new AbortController();
  const ready = writeReceivers(dataSource, receivers);
  // Whoever waits for it is told; where nobody is to be told, nobody waits.
  ready.catch((err: unknown) => logger.error({ err }, 'who is told by webhook could not be written down'));
  const keys = settings && webhookKeys(settings);
  keys?.catch((err: unknown) => logger.error({ err }, 'webhooks cannot be signed'));
  const works = receivers.map((receiver) => {
    const opened = keys!.then((read) => new WebhookPost(settings!.networks, read));
    const work = async () => {
      await ready;
      await tellAll({ receiver, post: await opened, dataSource, logger, signal: ending.signal });
    };
    const repeated = repeat({ name: `webhooks of ${receiver.partnership}`, everyMs: LOOK_MS, work }, logger);
    return { stop: async () => (await repeated.stop(), await (await opened.catch(() => null))?.close()) };
  });
  return {
    async stop() {
      ending.abort();
      await Promise.all([ready.catch(() => undefined), ...works.map((work) => work.stop())]);
    },
  };
}

/** Only what is for somebody here is written down for them; what was for somebody else is not told any more. */
async function writeReceivers(dataSource: DataSource, receivers: readonly WebhookReceiver[]): Promise<void> {
  const rows = JSON.stringify(receivers.map(({ partnership, url }) => ({ partnership, url: url.href })));
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `DELETE FROM webhook_receiver WHERE partnership NOT IN (SELECT partnership FROM jsonb_to_recordset($1) AS one(partnership text))`,
      [rows],
    );
    await manager.query(
      `INSERT INTO webhook_receiver (partnership, url)
       SELECT partnership, url FROM jsonb_to_recordset($1) AS one(partnership text, url text) ORDER BY 1
       ON CONFLICT (partnership) DO UPDATE SET url = excluded.url WHERE webhook_receiver.url <> excluded.url`,
      [rows],
    );
  });
}

interface Telling {
  receiver: WebhookReceiver;
  post: WebhookPost;
  dataSource: DataSource;
  logger: Logger;
  signal: AbortSignal;
}

/** Tells what is due, one after another, until one is not taken: whoever does not take one is left alone for a moment. */
async function tellAll({ receiver: { partnership, url }, post, dataSource, logger, signal }: Telling): Promise<void> {
  while (!signal.aborted) {
    const webhook = await takeDue(dataSource, partnership);
    if (webhook === null) return;
    const problem = await post.send(url, webhook.body, signal);
    if (problem === null) {
      await forget(dataSource, webhook);
      continue;
    }
    const isGivenUp = await writeProblem(dataSource, webhook, problem);
    const told = { partnership, webhook: webhook.body.id, attempts: webhook.attempts, problem };
    if (isGivenUp) logger.error(told, 'a webhook was given up: its receiver has not taken it for three days');
    else logger.warn(told, 'a webhook was not taken, and will be sent again');
    return;
  }
}
