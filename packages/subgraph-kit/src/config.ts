import { TOKEN_ALGORITHMS, USUAL_TOKEN_ALGORITHMS } from '@hub/access';
import { minuteLimits, type MinuteLimits } from '@hub/limits';
import { z } from 'zod';
import { ConfigError } from './config-error';

/** What a subgraph reads from its environment. */
export interface SubgraphConfig {
  /**
   * Address to listen on (HOST).
   * @default '127.0.0.1'
   */
  host: string;
  /**
   * Port to listen on (PORT); 0 takes a free one.
   * @default 0
   */
  port: number;
  /** PostgreSQL connection URL (DATABASE_URL). Holds a password: never log it. */
  databaseUrl: string;
  /**
   * Connections kept to the database (DATABASE_POOL_SIZE).
   * @default 10
   */
  databasePoolSize: number;
  /**
   * Whether demonstration data is loaded (HUB_DEMO, '0' or '1').
   * @default true
   */
  demo: boolean;
  /**
   * Least serious level that is logged (LOG_LEVEL).
   * @default 'info'
   */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /**
   * Largest request body, in bytes (MAX_BODY_BYTES).
   * @default 1048576
   */
  maxBodyBytes: number;
  /**
   * How long an operation may take, and each of its statements, in milliseconds (OPERATION_TIMEOUT_MS): a little longer
   * than the hub waits.
   * @default 6000
   */
  operationTimeoutMs: number;
  /**
   * URL or path of the keys that the hub publishes (HUB_JWKS). Without them no gateway token can be verified, and only what is public
   * is served.
   * @default null
   */
  hubJwks: string | null;
  /**
   * Path of the keys of children's pseudonyms (PSEUDONYM_KEYS).
   * @default null
   */
  pseudonymKeys: string | null;
  /**
   * Issuer of the tokens by which the partnership's own people ask it, without the hub (TOKEN_ISSUER). Their audience is
   * the name of the subgraph.
   * @default null: it has no API of its own
   */
  tokenIssuer: string | null;
  /**
   * URL or path of the keys that the issuer publishes (TOKEN_JWKS). Needed with an issuer.
   * @default null
   */
  tokenJwks: string | null;
  /**
   * Algorithms by which their tokens may be signed (TOKEN_ALGORITHMS, separated by commas).
   * @default ['EdDSA', 'ES256', 'PS256', 'RS256']
   */
  tokenAlgorithms: readonly string[];
  /**
   * Whether an explorer of the own API is served at `/explorer` (OWN_EXPLORER, '0' or '1'): in development.
   * @default false
   */
  ownExplorer: boolean;
  /**
   * Address of an OpenTelemetry collector that takes OTLP over HTTP (OTEL_EXPORTER_OTLP_ENDPOINT). What the hub traces is traced here too.
   * @default null: nothing is traced
   */
  otlpEndpoint: string | null;
  /**
   * What one caller may ask for in a minute at the subgraph's own port (RATE_LIMIT_PER_MINUTE, COST_LIMIT_PER_MINUTE): a
   * person; an address without a token a part of it. The hub is not counted.
   * @default 600 requests, 180000 points
   */
  minuteLimits: MinuteLimits;
}

/** Direct access to a subgraph comes by one. */
const ALONE = minuteLimits(1);

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variables = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535).default(0),
    DATABASE_URL: z.string().refine(isPostgresUrl),
    DATABASE_POOL_SIZE: wholeNumber(1, 1000).default(10),
    HUB_DEMO: z.enum(['0', '1']).default('1'),
    LOG_LEVEL: z.enum(levels).default('info'),
    MAX_BODY_BYTES: wholeNumber(1024, 100 * 1024 * 1024).default(1024 * 1024),
    OPERATION_TIMEOUT_MS: wholeNumber(100, 600_000).default(6_000),
    HUB_JWKS: z.string().refine(isWebUrlOrPath).optional(),
    PSEUDONYM_KEYS: z.string().optional(),
    TOKEN_ISSUER: z.string().optional(),
    TOKEN_JWKS: z.string().refine(isWebUrlOrPath).optional(),
    TOKEN_ALGORITHMS: z
      .string()
      .default(USUAL_TOKEN_ALGORITHMS.join(','))
      .transform((list) => list.split(','))
      .pipe(z.array(z.enum(TOKEN_ALGORITHMS))),
    OWN_EXPLORER: z.enum(['0', '1']).default('0'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(ALONE.requests),
    COST_LIMIT_PER_MINUTE: wholeNumber(1, 999_999_999).default(ALONE.cost),
  })
  // Half a door would look like one that is closed on purpose.
  .refine(({ TOKEN_ISSUER, TOKEN_JWKS }) => !TOKEN_ISSUER || TOKEN_JWKS, { path: ['TOKEN_JWKS'] })
  .refine(({ TOKEN_ISSUER, TOKEN_JWKS }) => !TOKEN_JWKS || TOKEN_ISSUER, { path: ['TOKEN_ISSUER'] });

const remedies: Record<keyof z.infer<typeof variables>, string> = {
  HOST: 'Set it to an address of this machine, such as 127.0.0.1.',
  PORT: 'Set it to a whole number from 0 to 65535; 0 takes a free port.',
  DATABASE_URL:
    "Set it to the subgraph's PostgreSQL database, such as postgres://user:password@127.0.0.1:5432/havering.",
  DATABASE_POOL_SIZE: 'Set it to a whole number from 1 to 1000.',
  HUB_DEMO: 'Set it to 1 to load demonstration data, or 0 to leave it out.',
  LOG_LEVEL: `Set it to one of ${levels.join(', ')}.`,
  MAX_BODY_BYTES: 'Set it to a whole number of bytes from 1024 to 104857600.',
  OPERATION_TIMEOUT_MS: 'Set it to a whole number of milliseconds from 100 to 600000.',
  HUB_JWKS:
    "Set it to the hub's keys: a URL, such as https://hub.example/.well-known/jwks.json, or the path of a file.",
  PSEUDONYM_KEYS: 'Set it to the path of a JSON file of keys.',
  TOKEN_ISSUER: "Set it to the issuer of your people's tokens, together with TOKEN_JWKS, or leave both out.",
  TOKEN_JWKS: "Set it to the issuer's keys: a URL or the path of a file.",
  TOKEN_ALGORITHMS: `Set it to some of ${TOKEN_ALGORITHMS.join(', ')}, separated by commas.`,
  OWN_EXPLORER: 'Set it to 1 to serve an explorer of the own API, or leave it out.',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'Set it to the address of a collector, such as http://127.0.0.1:4318, or leave it out.',
  RATE_LIMIT_PER_MINUTE: 'Set it to a whole number of requests from 1 to 1000000.',
  COST_LIMIT_PER_MINUTE: 'Set it to a whole number of points from 1 to 999999999.',
};

/**
 * Reads the configuration from environment variables; an empty variable counts as unset.
 * @throws ConfigError naming every variable that is missing or bad, and what to do about each
 */
export function readConfig(env: NodeJS.ProcessEnv): SubgraphConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = variables.safeParse(set);
  if (!result.success) {
    const names = new Set(result.error.issues.map((issue) => issue.path[0] as keyof typeof remedies));
    throw new ConfigError(
      [...names].map((variable) => ({
        variable,
        problem: set[variable] === undefined ? 'is missing' : 'is not valid',
        remedy: remedies[variable],
      })),
    );
  }
  const { data } = result;
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    databasePoolSize: data.DATABASE_POOL_SIZE,
    demo: data.HUB_DEMO === '1',
    logLevel: data.LOG_LEVEL,
    maxBodyBytes: data.MAX_BODY_BYTES,
    operationTimeoutMs: data.OPERATION_TIMEOUT_MS,
    hubJwks: data.HUB_JWKS ?? null,
    pseudonymKeys: data.PSEUDONYM_KEYS ?? null,
    tokenIssuer: data.TOKEN_ISSUER ?? null,
    tokenJwks: data.TOKEN_JWKS ?? null,
    tokenAlgorithms: data.TOKEN_ALGORITHMS,
    ownExplorer: data.OWN_EXPLORER === '1',
    otlpEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    minuteLimits: { requests: data.RATE_LIMIT_PER_MINUTE, cost: data.COST_LIMIT_PER_MINUTE },
  };
}

// Not z.coerce: it would take "" for 0 and "1e3" for 1000.
function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function isPostgresUrl(value: string): boolean {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);
}

// ftp://… or postgres://… would otherwise be taken for the path of a file.
function isWebUrlOrPath(value: string): boolean {
  return /^https?:/.test(value) ? URL.canParse(value) : !value.includes('://');
}
