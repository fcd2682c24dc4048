import { inheritedEnvironment } from './child-environment';

test.each([
  'DATABASE_URL',
  'DATABASE_URL_LAMBETH',
  'PGPASSWORD',
  'HOP_KEYS',
  'HUB_JWKS',
  'PSEUDONYM_KEYS',
  'DEVELOPMENT_ISSUER_KEYS',
  'TOKEN_ISSUER',
  'TOKEN_JWKS',
])('no process inherits %s', (name) => {
  expect(inheritedEnvironment({ [name]: 'x', PATH: '/bin' })).toEqual({ PATH: '/bin' });
});

test('names that only begin alike are inherited', () => {
  const env = { DATABASE_URLS: 'kept', TOKEN_COUNT: 'kept', NETWORK_LIMIT: '4', CORS_ORIGINS: 'https://a.example' };
  expect(inheritedEnvironment(env)).toEqual(env);
});
