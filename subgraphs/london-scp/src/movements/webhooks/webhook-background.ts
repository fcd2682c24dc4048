import { repeat, type Background, type BackgroundServices, type Logger } from '@hub/subgraph-kit';
import type { DataSource } from 'typeorm';
import { forget, takeDue, writeProblem } from './due-webhooks';
import { WebhookPost } from './webhook-post';
import { writeReceivers } from './webhook-receivers';
import { readWebhookSettings, webhookKeys, type WebhookReceiver } from './webhook-settings';

/** How often it is looked whether there is something to tell, and whether those who are told are written down, in milliseconds. */
const [LOOK_MS, WRITE_MS] = [1000, 60_000];

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
  const posts: WebhookPost[] = [];
  const write = async () => {
    const unknown = await writeReceivers(dataSource, receivers);
    if (unknown.length > 0) logger.warn({ unknown }, 'WEBHOOKS names partnerships that the directory does not have');
  };
  const works = [repeat({ name: 'who is told by webhook', everyMs: WRITE_MS, work: write }, logger)];
  for (const receiver of receivers) {
    let post: WebhookPost | undefined;
    const work = async () => {
      if (!post) posts.push((post = new WebhookPost(settings!.networks, await webhookKeys(settings!))));
      await tellAll({ receiver, post, dataSource, logger, signal: ending.signal });
    };
    works.push(repeat({ name: `webhooks of ${receiver.partnership}`, everyMs: LOOK_MS, work }, logger));
  }
  return {
    async stop() {
      ending.abort();
      await Promise.all(works.map((work) => work.stop()));
      await Promise.all(posts.map((post) => post.close()));
    },
  };
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
