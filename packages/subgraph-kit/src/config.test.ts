import { readConfig } from './config';
import { ConfigError } from './config-error';

const DATABASE_URL = 'postgres://havering:secret@127.0.0.1:5432/havering';

test('has a default for all but the database', () => {
  expect(readConfig({ DATABASE_URL })).toEqual({
    host: '127.0.0.1',
    port: 0,
    databaseUrl: DATABASE_URL,
    databasePoolSize: 10,
    demo: true,
    logLevel: 'info',
    maxBodyBytes: 1_048_576,
    operationTimeoutMs: 6000,
    minuteLimits: { requests: 600, cost: 180_000 },
    hubJwks: null,
    pseudonymKeys: null,
    tokenIssuer: null,
    tokenJwks: null,
    tokenAlgorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'],
    ownExplorer: false,
    otlpEndpoint: null,
  });
});

test('takes an issuer of tokens with its keys, and no algorithm of a shared secret', () => {
  const issuer = { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: 'https://login.example/jwks' };
  expect(readConfig({ DATABASE_URL, ...issuer, TOKEN_ALGORITHMS: 'ES256' })).toMatchObject({
    tokenIssuer: 'https://login.example',
    tokenJwks: 'https://login.example/jwks',
    tokenAlgorithms: ['ES256'],
  });
  expect(() => readConfig({ DATABASE_URL, TOKEN_ISSUER: 'https://login.example' })).toThrow('TOKEN_JWKS');
  expect(() => readConfig({ DATABASE_URL, ...issuer, TOKEN_ALGORITHMS: 'HS256' })).toThrow('TOKEN_ALGORITHMS');
});

test('reads what is set', () => {
  const config = readConfig({ DATABASE_URL, HUB_DEMO: '0', PORT: '4001', LOG_LEVEL: 'debug', MAX_BODY_BYTES: '2048' });
  expect(config).toMatchObject({ demo: false, port: 4001, logLevel: 'debug', maxBodyBytes: 2048 });
});

test('takes the keys of the hub from a file or the web, and from nowhere else', () => {
  for (const HUB_JWKS of ['identity/hub-jwks.json', 'https://hub.example/.well-known/jwks.json']) {
    expect(readConfig({ DATABASE_URL, HUB_JWKS }).hubJwks).toBe(HUB_JWKS);
  }
  for (const HUB_JWKS of ['ftp://hub.example/jwks.json', 'https://']) {
    expect(() => readConfig({ DATABASE_URL, HUB_JWKS })).toThrow(
      "HUB_JWKS is not valid. Set it to the hub's keys: a URL",
    );
  }
});

test('takes an empty variable for an unset one', () => {
  expect(readConfig({ DATABASE_URL, PORT: '' }).port).toBe(0);
  expect(() => readConfig({ DATABASE_URL: '' })).toThrow(
    "DATABASE_URL is missing. Set it to the subgraph's PostgreSQL database, such as postgres://user:password@127.0.0.1:5432/havering.",
  );
});

test('lists every bad variable with its remedy, and no value', () => {
  const env = { DATABASE_URL: 'mysql://me:hunter2@db/x', PORT: '70000', HUB_DEMO: 'no', DATABASE_POOL_SIZE: '1e2' };
  let error: unknown;
  try {
    readConfig(env);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ConfigError);
  const { problems, message } = error as ConfigError;
  expect(problems.map(({ variable }) => variable).sort()).toEqual([
    'DATABASE_POOL_SIZE',
    'DATABASE_URL',
    'HUB_DEMO',
    'PORT',
  ]);
  expect(message).toContain('PORT is not valid. Set it to a whole number from 0 to 65535; 0 takes a free port.');
  expect(message).not.toContain('hunter2');
});
