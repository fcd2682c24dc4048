import { inheritedEnvironment } from './child-environment';

test.each([
  'DATABASE_URL',
  'DATABASE_URL_LAMBETH',
  'REGISTRY_DATABASE_URL',
  'HUB_REGISTRY_KEY',
  'PGPASSWORD',
  'GATEWAY_KEYS',
  'HUB_JWKS',
  'WEBHOOK_KEYS',
  'WEBHOOK_JWKS',
  'HUB_URL',
  'HUB_TOKEN_FILE',
  'HUB_TOKEN_FOLDER',
  'PSEUDONYM_KEYS',
  'DEVELOPMENT_ISSUER_KEYS',
  'TOKEN_ISSUER',
  'TOKEN_JWKS',
])('no process inherits %s', (name) => {
  expect(inheritedEnvironment({ [name]: 'x', PATH: '/bin' })).toEqual({ PATH: '/bin' });
});

test('names that only begin alike are inherited', () => {
  const env = {
    DATABASE_URLS: 'kept',
    TOKEN_COUNT: 'kept',
    NETWORK_LIMIT: '4',
    WEBHOOKS: 'a=b',
    CORS_ORIGINS: 'https://a.example',
  };
  expect(inheritedEnvironment(env)).toEqual(env);
});

test('what London decides about movements reaches every process', () => {
  const env = {
    MOVEMENT_RETENTION_DAYS: '365',
    MOVEMENT_ESCALATION_ROUTE: 'duty manager',
    MOVEMENT_ACCESS_DAYS_AFTER_CLOSING: '28',
  };
  expect(inheritedEnvironment(env)).toEqual(env);
});
