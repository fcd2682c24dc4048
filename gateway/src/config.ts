import { isIP } from 'node:net';
import { BREAK_GLASS_MINUTES, TOKEN_ALGORITHMS, USUAL_TOKEN_ALGORITHMS } from '@hub/access';
import { CONTRACT_FILE } from '@hub/registry';
import { z } from 'zod';
import { HUB_SUBGRAPH } from './errors';

/** One subgraph's name and addresses. */
export interface SubgraphAddress {
  name: string;
  /** One of each of its processes; at least one. */
  urls: string[];
}

/** A whole number that arrives as text. */
const given = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)).optional();

/** The same, with a default. */
const whole = (min: number, max: number, fallback: number) => given(min, max).transform((value) => value ?? fallback);

/** A part of a whole, from 0 to 1. */
const share = z
  .string()
  .regex(/^(0|1|0?\.\d+)$/)
  .transform(Number);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A list by comma, each member checked. */
const list = <T extends string>(member: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(member));

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);

/** As it stands in an address, in small letters; with an unusual port. */
const host = z.string().refine((text) => URL.canParse(`https://${text}/`) && new URL(`https://${text}/`).host === text);

const network = z.string().refine((text) => {
  const [, address = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return Number(bits) <= (isIP(address) === 6 ? 128 : 32) && isIP(address) > 0;
});

const variables = z.object({
  /** The address to listen on. @default '127.0.0.1' */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The port to listen on; 0 takes any free one. @default 4000 */
  PORT: whole(0, 65_535, 4000),
  /** `name=url` pairs, by comma; a subgraph of several processes has their addresses with `|` between. The London SCP's own subgraph must be one of them. */
  SUBGRAPHS: z.string().transform(readSubgraphs),
  /** Where metrics are served, at `/metrics`; 0 takes any free port. @default none: they are not */
  METRICS_PORT: given(0, 65_535),
  /** The address of that port: whoever reaches it reads them. @default '127.0.0.1' */
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Address of an OpenTelemetry collector, to which operations are traced by OTLP over HTTP. @default none: they are not */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Which part of all operations is traced, from 0 to 1. @default 1 */
  OTEL_TRACES_SAMPLER_ARG: share.default(1),
  /** @default 'info' */
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** The largest request body, in bytes. @default 1048576 (1 MiB) */
  MAX_BODY_BYTES: whole(1024, 2 ** 30, 2 ** 20),
  /** How long a subgraph may take to answer, in milliseconds. @default 5000 */
  SUBGRAPH_TIMEOUT_MS: whole(1, 600_000, 5000),
  /** How long an operation as a whole may take, in milliseconds. @default 10000 */
  QUESTION_TIMEOUT_MS: whole(1, 600_000, 10_000),
  /** How long to wait at start for each subgraph's schema, in milliseconds. @default 60000 */
  START_TIMEOUT_MS: whole(0, 3_600_000, 60_000),
  /** A folder that keeps each subgraph's last schema. @default none */
  SUPERGRAPH_CACHE: z.string().min(1).optional(),
  /** The contract to which partnerships are held, as SDL: a path, or `none`. @default that of this version */
  CONTRACT: z
    .string()
    .min(1)
    .default(CONTRACT_FILE)
    .transform((path) => (path === 'none' ? null : path)),
  /** Whose tokens are accepted (`iss`). @default none: every caller is anonymous */
  TOKEN_ISSUER: z.string().min(1).optional(),
  /** For whom tokens must be meant (`aud`). @default 'london-scp-hub' */
  TOKEN_AUDIENCE: z.string().min(1).default('london-scp-hub'),
  /** The issuer's published keys: an address or a path. Goes with `TOKEN_ISSUER`. */
  TOKEN_JWKS: z.string().min(1).optional(),
  /** By what tokens may be signed. @default 'EdDSA,ES256,PS256,RS256' */
  TOKEN_ALGORITHMS: list(z.enum(TOKEN_ALGORITHMS)).default([...USUAL_TOKEN_ALGORITHMS]),
  /** The keys of the development issuer, by which the explorer offers its roles. @default none */
  DEVELOPMENT_ISSUER_KEYS: z.string().min(1).optional(),
  /** The private keys that sign requests to subgraphs. @default none: subgraphs answer what is public */
  GATEWAY_KEYS: z.string().min(1).optional(),
  /** The public keys of webhooks, which the gateway publishes: a path. @default none: it publishes none */
  WEBHOOK_JWKS: z.string().min(1).optional(),
  /** The database of the record of access. @default none: child-level data is refused */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The database of the registry. @default none: what each subgraph says of itself is served */
  REGISTRY_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Hosts at which published subgraphs may be, with the port where there is one. @default none */
  REGISTRY_ROUTING_HOSTS: list(host).default([]),
  /** Origins whose pages may ask in a browser. @default none */
  CORS_ORIGINS: list(origin).default([]),
  /** Whether nothing but saved operations is answered: 1, or 0. @default 0 */
  SAVED_OPERATIONS_ONLY: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  /** Requests in a minute by one caller; a quarter of it by one address without a token. @default 600 */
  RATE_LIMIT_PER_MINUTE: whole(1, 1_000_000, 600),
  /** Points in a minute by one caller; half of it by one address without a token. @default by the number of subgraphs */
  COST_LIMIT_PER_MINUTE: given(1, 999_999_999),
  /** For how long a broken glass stays broken, in minutes. @default 60 */
  BREAK_GLASS_MINUTES: whole(1, 1440, BREAK_GLASS_MINUTES),
  /** Addresses or networks of proxies, whose `x-forwarded-for` is believed. @default none */
  TRUST_PROXY: list(network).optional(),
});

const schema = variables.superRefine(({ TOKEN_ISSUER, TOKEN_JWKS, DEVELOPMENT_ISSUER_KEYS }, context) => {
  const lacks = (variable: keyof GatewayConfig) => context.addIssue({ code: 'custom', path: [variable] });
  if (TOKEN_ISSUER && !TOKEN_JWKS) lacks('TOKEN_JWKS');
  if (!TOKEN_ISSUER && (TOKEN_JWKS || DEVELOPMENT_ISSUER_KEYS)) lacks('TOKEN_ISSUER');
});

/** The gateway's configuration, under the names of its environment variables. */
export type GatewayConfig = z.output<typeof variables>;

/** What to write in each variable; shown when its value is refused. */
const REMEDIES: Record<keyof GatewayConfig, string> = {
  HOST: 'Give an address, such as 127.0.0.1 or 0.0.0.0.',
  PORT: 'Give a whole number from 0 to 65535.',
  SUBGRAPHS: `Give name=url pairs by comma: ${HUB_SUBGRAPH}=http://127.0.0.1:4001/graphql,lambeth=http://127.0.0.1:4002/graphql. Each name once, in kebab-case; ${HUB_SUBGRAPH} is required. Several processes of one: lambeth=http://127.0.0.1:4002/graphql|http://127.0.0.1:4003/graphql.`,
  METRICS_PORT: 'Give a whole number from 0 to 65535, or leave the variable out.',
  METRICS_HOST: 'Give an address, such as 127.0.0.1, or that of a network which only Prometheus is in.',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'Give the address of a collector, such as http://127.0.0.1:4318, or leave the variable out.',
  OTEL_TRACES_SAMPLER_ARG: 'Give a number from 0 to 1, such as 0.1 for every tenth operation.',
  LOG_LEVEL: `Give one of ${LOG_LEVELS.join(', ')}.`,
  MAX_BODY_BYTES: 'Give a whole number of bytes from 1024 to 1073741824.',
  SUBGRAPH_TIMEOUT_MS: 'Give a whole number of milliseconds from 1 to 600000.',
  QUESTION_TIMEOUT_MS: 'Give a whole number of milliseconds from 1 to 600000.',
  START_TIMEOUT_MS: 'Give a whole number of milliseconds from 0 to 3600000.',
  CONTRACT: 'Give the path of a contract as SDL, or none, or leave the variable out.',
  SUPERGRAPH_CACHE: 'Give the path of a folder, or leave the variable out.',
  TOKEN_ISSUER: 'Give the issuer as it stands in tokens (iss), with TOKEN_JWKS; or leave both out.',
  TOKEN_AUDIENCE: 'Give the audience as it stands in tokens (aud).',
  TOKEN_JWKS: "Give the address or the path of the issuer's published keys (JWKS).",
  TOKEN_ALGORITHMS: `Give some of ${TOKEN_ALGORITHMS.join(', ')}, by comma.`,
  DEVELOPMENT_ISSUER_KEYS: 'Give the path of a file of keys, for development only; or leave the variable out.',
  GATEWAY_KEYS: 'Give the path of a file of private keys, or leave the variable out.',
  WEBHOOK_JWKS: 'Give the path of a file of public keys, or leave the variable out.',
  DATABASE_URL: 'Give a URL such as postgres://gateway:…@127.0.0.1:5432/london-scp, or leave the variable out.',
  REGISTRY_DATABASE_URL: 'Give a URL such as postgres://registry:…@127.0.0.1:5432/registry, or leave the variable out.',
  REGISTRY_ROUTING_HOSTS: 'Give hosts by comma, with the port where there is one: newham.example, 127.0.0.1:4105.',
  CORS_ORIGINS: 'Give origins by comma, each as a browser says it: https://dashboard.example, without a path.',
  SAVED_OPERATIONS_ONLY: 'Give 1 to answer nothing but saved operations, or 0.',
  RATE_LIMIT_PER_MINUTE: 'Give a whole number of requests from 1 to 1000000.',
  COST_LIMIT_PER_MINUTE: 'Give a whole number of points from 1 to 999999999, or leave the variable out.',
  BREAK_GLASS_MINUTES: 'Give a whole number of minutes from 1 to 1440.',
  TRUST_PROXY: 'Give addresses or networks by comma, such as 10.0.0.0/8; or leave the variable out.',
};

/** The environment is not a configuration. `message` names each bad variable and its remedy. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';

  constructor(readonly variables: readonly (keyof GatewayConfig)[]) {
    super(variables.map((name) => `${name} is missing or wrong. ${REMEDIES[name]}`).join(' '));
  }
}

/**
 * Reads the configuration from the environment. An empty variable counts as one left out.
 *
 * @throws ConfigInvalid
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path[0] as keyof GatewayConfig);
  throw new ConfigInvalid([...new Set(names)]);
}

function readSubgraphs(text: string, context: z.RefinementCtx<string>): SubgraphAddress[] {
  const subgraphs = text
    .split(',')
    .filter((pair) => pair.trim())
    .map((pair) => {
      const [, name = '', urls = ''] = /^\s*([a-z][a-z0-9-]*)=(\S+)\s*$/.exec(pair) ?? [];
      return { name, urls: urls.split('|') };
    });
  const names = new Set(subgraphs.map(({ name }) => name));
  const good =
    subgraphs.every(({ urls }) => urls.every(isAddress) && new Set(urls).size === urls.length) &&
    names.size === subgraphs.length &&
    names.has(HUB_SUBGRAPH);
  if (!good) context.addIssue({ code: 'custom', message: 'not name=url pairs', input: text });
  return subgraphs;
}

const isAddress = (url: string) => /^https?:\/\//.test(url) && URL.canParse(url);
