import { readTokenIssuer } from './token-issuer';

const ISSUER = { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: 'https://login.example/jwks' };

test('no variable of an issuer, or only empty ones: the development issuer', () => {
  expect(readTokenIssuer({ TOKEN_ISSUER: '' })).toBeNull();
});

test('a configured issuer, with what else the gateway reads of it', () => {
  expect(readTokenIssuer({ ...ISSUER, TOKEN_ALGORITHMS: 'ES256', PATH: '/bin' })).toEqual({
    ...ISSUER,
    TOKEN_ALGORITHMS: 'ES256',
  });
});

test.each([
  [{ TOKEN_ISSUER: ISSUER.TOKEN_ISSUER }, 'TOKEN_ISSUER is set, and TOKEN_JWKS is not'],
  [{ TOKEN_JWKS: ISSUER.TOKEN_JWKS }, 'TOKEN_JWKS is set, and TOKEN_ISSUER is not'],
  [{ TOKEN_AUDIENCE: 'hub' }, 'TOKEN_AUDIENCE is set, and TOKEN_ISSUER is not'],
])('half a configuration is no reason to use the development issuer: %j', (env, message) => {
  expect(() => readTokenIssuer(env)).toThrow(message);
});
