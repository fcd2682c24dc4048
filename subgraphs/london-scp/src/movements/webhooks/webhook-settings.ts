import { isIP } from 'node:net';
import { readSigningKeys, type SigningKeys } from '@hub/access';
import { problemOfAddress, type Network } from '@hub/http';
import { ConfigError } from '@hub/subgraph-kit';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** A partnership's system that is told by webhook. */
export interface WebhookReceiver {
  /** Id of the partnership. */
  partnership: string;
  url: URL;
}

/** Who is told by webhook, and how. */
export interface WebhookSettings {
  receivers: readonly WebhookReceiver[];
  /** Networks beside the public internet into which an address may lead. */
  networks: readonly Network[];
  /** Path of the private keys that sign. */
  keys: string;
}

const REMEDIES = {
  WEBHOOKS:
    'Set it to partnership=url pairs by comma, as lambeth=https://cms.example/movements; https alone, save on 127.0.0.1. Each partnership once.',
  WEBHOOK_HOSTS: 'Set it to the hosts that WEBHOOKS may name, by comma, with the port where there is one.',
  WEBHOOK_NETWORKS: 'Set it to networks by comma, as 10.20.0.0/16 or 127.0.0.1/32, or leave it out.',
  WEBHOOK_KEYS: 'Set it to the path of a file of private keys: `hub keys` makes webhook-keys.json.',
} as const;
type Variable = keyof typeof REMEDIES;

const list = (text: string) => text.split(',').map((one) => one.trim());
const hosts = z.string().transform(list);
const networks = z.string().transform((text, context): Network[] =>
  list(text).map((one) => {
    if (ipaddr.isValidCIDR(one)) return ipaddr.parseCIDR(one);
    context.addIssue('is not a network');
    return z.NEVER;
  }),
);
const receivers = z.string().transform((text, context): WebhookReceiver[] => {
  const pairs = list(text).map((pair) => {
    const [, partnership = '', url = ''] = /^([a-z][a-z0-9-]*)=(\S+)$/.exec(pair) ?? [];
    const isBare =
      URL.canParse(url) &&
      [new URL(url).username, new URL(url).password, new URL(url).hash].every((part) => part === '');
    if (!isBare || !/^https?:$/.test(new URL(url).protocol)) context.addIssue('is no pair');
    return isBare ? { partnership, url: new URL(url) } : z.NEVER;
  });
  if (new Set(pairs.map((pair) => pair.partnership)).size < pairs.length) context.addIssue('names one twice');
  return pairs;
});
const settings = z.object({
  ...{ WEBHOOKS: receivers, WEBHOOK_HOSTS: hosts, WEBHOOK_KEYS: z.string() },
  WEBHOOK_NETWORKS: networks.optional().transform((given) => given ?? []),
});

/**
 * Reads who is told by webhook (WEBHOOKS), which hosts may be (WEBHOOK_HOSTS), into which networks beside the public internet
 * they may lead (WEBHOOK_NETWORKS), and what signs (WEBHOOK_KEYS); null where nobody is told.
 *
 * @throws ConfigError naming each variable and its remedy.
 */
export function readWebhookSettings(env: NodeJS.ProcessEnv): WebhookSettings | null {
  if (!env['WEBHOOKS']?.trim()) return null;
  const given = Object.fromEntries(Object.keys(REMEDIES).map((name) => [name, env[name]?.trim() || undefined]));
  const { data, error } = settings.safeParse(given);
  if (error) {
    const wrong = new Set(error.issues.map(({ path }) => path[0] as Variable));
    throw refusal([...wrong], (name) => (given[name] === undefined ? 'is missing' : 'is not valid'));
  }
  const { WEBHOOKS, WEBHOOK_HOSTS, WEBHOOK_NETWORKS, WEBHOOK_KEYS } = data;
  const unlisted = WEBHOOKS.filter(({ url }) => !WEBHOOK_HOSTS.includes(url.host));
  if (unlisted.length > 0) {
    throw refusal(['WEBHOOK_HOSTS'], () => `does not name ${unlisted.map(({ url }) => url.host).join(', ')}`);
  }
  const open = WEBHOOKS.filter(({ url }) => url.protocol !== 'https:' && !isLoopback(url));
  if (open.length > 0) throw refusal(['WEBHOOKS'], () => 'tells somebody without https');
  const beyond = WEBHOOKS.map(({ url }) => problemOfAddress(hostOf(url), WEBHOOK_NETWORKS)).find((found) => found);
  if (beyond) throw refusal(['WEBHOOK_NETWORKS'], () => `does not have an address of WEBHOOKS: ${beyond}`);
  return { receivers: WEBHOOKS, networks: WEBHOOK_NETWORKS, keys: WEBHOOK_KEYS };
}

/** Reads the keys that sign; the first of them does. */
export function webhookKeys({ keys }: WebhookSettings): Promise<SigningKeys> {
  return readSigningKeys(keys);
}

/** The host of an address as it is looked up: an address of version 6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  return isIP(host) > 0 && ipaddr.parse(host).range() === 'loopback';
}

function refusal(variables: readonly Variable[], problem: (variable: Variable) => string): ConfigError {
  return new ConfigError(
    variables.map((variable) => ({ variable, problem: problem(variable), remedy: REMEDIES[variable] })),
  );
}
