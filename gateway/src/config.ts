import { z } from 'zod';
import { HUB_SUBGRAPH } from './errors';

/** One subgraph's name and address. */
export interface SubgraphAddress {
  name: string;
  url: string;
}

/** A whole number that arrives as text. */
const whole = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .optional()
    .transform((value) => value ?? fallback);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z.object({
  /** The address to listen on. @default '127.0.0.1' */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The port to listen on; 0 takes any free one. @default 4000 */
  PORT: whole(0, 65_535, 4000),
  /** `name=url` pairs, by comma. The London SCP's own subgraph must be one of them. */
  SUBGRAPHS: z.string().transform(readSubgraphs),
  /** @default 'info' */
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** The largest request body, in bytes. @default 1048576 (1 MiB) */
  MAX_BODY_BYTES: whole(1024, 2 ** 30, 2 ** 20),
  /** How long a subgraph may take to answer, in milliseconds. @default 5000 */
  SUBGRAPH_TIMEOUT_MS: whole(1, 600_000, 5000),
  /** How long to wait at start for each subgraph's schema, in milliseconds. @default 60000 */
  START_TIMEOUT_MS: whole(0, 3_600_000, 60_000),
  /** A folder that keeps each subgraph's last schema. @default none */
  SUPERGRAPH_CACHE: z.string().min(1).optional(),
});

/** The gateway's configuration, under the names of its environment variables. */
export type GatewayConfig = z.output<typeof schema>;

/** What to write in each variable; shown when its value is refused. */
const REMEDIES: Record<keyof GatewayConfig, string> = {
  HOST: 'Give an address, such as 127.0.0.1 or 0.0.0.0.',
  PORT: 'Give a whole number from 0 to 65535.',
  SUBGRAPHS: `Give name=url pairs by comma: ${HUB_SUBGRAPH}=http://127.0.0.1:4001/graphql,lambeth=http://127.0.0.1:4002/graphql. Each name once, in kebab-case; ${HUB_SUBGRAPH} is required.`,
  LOG_LEVEL: `Give one of ${LOG_LEVELS.join(', ')}.`,
  MAX_BODY_BYTES: 'Give a whole number of bytes from 1024 to 1073741824.',
  SUBGRAPH_TIMEOUT_MS: 'Give a whole number of milliseconds from 1 to 600000.',
  START_TIMEOUT_MS: 'Give a whole number of milliseconds from 0 to 3600000.',
  SUPERGRAPH_CACHE: 'Give the path of a folder, or leave the variable out.',
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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path[0] as keyof GatewayConfig);
  throw new ConfigInvalid([...new Set(names)]);
}

function readSubgraphs(text: string, context: z.RefinementCtx<string>): SubgraphAddress[] {
  const subgraphs = text
    .split(',')
    .filter((pair) => pair.trim())
    .map((pair) => {
      const [, name = '', url = ''] = /^\s*([a-z][a-z0-9-]*)=(https?:\/\/\S+?)\s*$/.exec(pair) ?? [];
      return { name, url };
    });
  const names = new Set(subgraphs.map(({ name }) => name));
  const good =
    subgraphs.every(({ url }) => URL.canParse(url)) && names.size === subgraphs.length && names.has(HUB_SUBGRAPH);
  if (!good) context.addIssue({ code: 'custom', message: 'not name=url pairs', input: text });
  return subgraphs;
}
