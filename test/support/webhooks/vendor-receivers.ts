import { groupTestHub } from '../one-hub';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

const opened = new Map<string, WebhookReceiver>();

/** Where a vendor takes the webhooks of a partnership, of a group whose hub tells it by {@link toldVendors}. */
export function receiverOf(partnership: string): WebhookReceiver {
  return opened.get(partnership)!;
}

/** Opens a receiver for each of some partnerships, and answers the environment of a hub that tells them. */
export async function toldVendors(partnerships: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const publishedKeys = async () => {
    const { hub } = await groupTestHub();
    return (await fetch(`${hub.url}/.well-known/webhook-jwks.json`)).json() as Promise<object>;
  };
  for (const partnership of partnerships) opened.set(partnership, await openWebhookReceiver(publishedKeys));
  return webhooksTo(opened);
}

/** Closes them. */
export async function closeVendors(): Promise<void> {
  await Promise.all([...opened.values()].map((receiver) => receiver.close()));
  opened.clear();
}

/** The environment of a hub that tells some receivers, by the ids of their partnerships. */
export function webhooksTo(receivers: ReadonlyMap<string, WebhookReceiver>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WEBHOOKS: [...receivers].map(([partnership, { url }]) => `${partnership}=${url}`).join(','),
    WEBHOOK_HOSTS: [...receivers.values()].map(({ url }) => new URL(url).host).join(','),
    WEBHOOK_NETWORKS: '127.0.0.1/32',
  };
}
