import { keySource, ROLE_NAMES, roleOf, scopesOf, verifyCallerToken, type CallerTokenRules } from '@hub/access';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentToken, type TokenOptions } from './development-token';
import { openHubHome, type HubHome } from './hub-home';
import { openIdentity } from './identity';

const PARTNERSHIPS = ['lambeth', 'tri-borough'];

let home: HubHome;
let rules: CallerTokenRules;

beforeAll(async () => {
  home = await openHubHome(mkdtempSync(join(tmpdir(), 'hub-token-')));
  const { gateway } = await openIdentity(home, null);
  rules = {
    issuer: gateway.TOKEN_ISSUER!,
    audience: gateway.TOKEN_AUDIENCE!,
    keys: keySource(gateway.TOKEN_JWKS!),
    algorithms: ['EdDSA'],
  };
});
afterAll(() => rmSync(home.path, { recursive: true }));

const make = (role: string, options: TokenOptions = {}) => developmentToken(home, role, options, PARTNERSHIPS);

test.each(ROLE_NAMES)('the gateway of the same hub takes a token of %s, with every scope of the role', async (role) => {
  const { partnership: rule, organisation: kind } = roleOf(role);
  const partnership = rule === 'required' ? 'lambeth' : undefined;
  const organisation = kind === 'local-authority' ? 'E09000022' : undefined;
  const { token } = await make(role, { partnership, organisation });
  const caller = await verifyCallerToken(token, rules);
  expect(caller).toEqual({
    person: `development:${role}`,
    role,
    organisation: organisation ?? 'development',
    partnership: partnership ?? null,
    scopes: new Set(scopesOf(role, partnership ?? null)),
  });
});

test('a token may have less than its role', async () => {
  const { token } = await make('analyst', { scopes: ['budget:read'], person: 'ada' });
  await expect(verifyCallerToken(token, rules)).resolves.toMatchObject({
    person: 'ada',
    scopes: new Set(['budget:read']),
  });
});

test('a token ends when it should', async () => {
  const { token } = await make('analyst', { ttlSeconds: 60 });
  const { iat, exp } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, number>;
  expect(exp! - iat!).toBe(60);
});

test.each<[string, string, TokenOptions, string[]]>([
  ['an unknown role, and lists the roles', 'analist', {}, ['There is no role "analist"', 'london-coordinator']],
  ['a missing partnership, and lists them', 'lay-member', {}, ['names a partnership', 'lambeth, tri-borough']],
  [
    'a partnership too many',
    'analyst',
    { partnership: 'lambeth' },
    ['names no partnership', 'Leave --partnership out'],
  ],
  [
    'an unknown partnership',
    'lay-member',
    { partnership: 'lambth' },
    ['no partnership "lambth"', 'lambeth, tri-borough'],
  ],
  ['a local authority that is not named', 'duty-team', { partnership: 'lambeth' }, ['organisation', 'GSS code']],
  ['an id with a space', 'analyst', { person: 'Ada Lovelace' }, ['sub', '--person']],
  ['a scope beyond the role', 'analyst', { scopes: ['movements:read'] }, ['"movements:read"', 'movements:count']],
])('refuses %s', async (_, role, options, words) => {
  const refused = make(role, options);
  for (const word of words) await expect(refused).rejects.toThrow(word);
});

test('the right to write is that of the named partnership', async () => {
  const { claims } = await make('business-manager', { partnership: 'lambeth' });
  expect(claims.scopes).toContain('lambeth:write');
  const other = { partnership: 'lambeth', scopes: ['tri-borough:write'] };
  await expect(make('business-manager', other)).rejects.toThrow('does not have the scope "tri-borough:write"');
});

test('a hub that was never started has no issuer yet, and one with a configured issuer has none at all', async () => {
  const other = await openHubHome(join(home.path, 'other'));
  await expect(developmentToken(other, 'analyst', {}, [])).rejects.toThrow('Start it once: npm start');
  await openIdentity(other, { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: '/keys.json' });
  await expect(developmentToken(other, 'analyst', {}, [])).rejects.toThrow('takes tokens of https://login.example');
});
