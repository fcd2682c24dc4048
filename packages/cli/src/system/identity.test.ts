import { GatewayTokenVerifier, keySource, readSigningKeys, signGatewayToken, type RequestIdentity } from '@hub/access';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHubHome, type HubHome } from './hub-home';
import { makeHubKeys } from './hub-keys';
import { openIdentity } from './identity';

const CONFIGURED = { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: 'https://login.example/jwks' };
const ANONYMOUS: RequestIdentity = { caller: null, declared: null, requestId: 'r', alert: null, isHub: true };

let home: HubHome;

beforeEach(async () => {
  home = await openHubHome(mkdtempSync(join(tmpdir(), 'hub-identity-')));
});
afterEach(() => rmSync(home.path, { recursive: true }));

const textOf = (name: string) => readFileSync(join(home.identity, name), 'utf8');

test('the folder of keys is for its owner alone, and so is every file in it', async () => {
  await openIdentity(home, null);
  expect(statSync(home.identity).mode & 0o777).toBe(0o700);
  const names = readdirSync(home.identity).sort();
  expect(names).toEqual([
    'hub-jwks.json',
    'hub-keys.json',
    'issuer-jwks.json',
    'issuer-keys.json',
    'issuer.json',
    'pseudonym-keys.json',
    'webhook-jwks.json',
    'webhook-keys.json',
  ]);
  for (const name of names) expect(statSync(join(home.identity, name)).mode & 0o777).toBe(0o600);
});

test('the published keys hold no private part', async () => {
  await openIdentity(home, null);
  for (const name of ['hub-jwks.json', 'issuer-jwks.json', 'webhook-jwks.json']) {
    const { keys } = JSON.parse(textOf(name)) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  }
});

test('a later start keeps every key', async () => {
  await openIdentity(home, null);
  const names = readdirSync(home.identity);
  const before = names.map(textOf);
  await openIdentity(home, null);
  expect(names.map(textOf)).toEqual(before);
});

test('the secret of pseudonyms is made for movements across a boundary, of 32 random bytes', async () => {
  await openIdentity(home, null);
  const { CROSS_BOUNDARY_MOVEMENT: keys } = JSON.parse(textOf('pseudonym-keys.json')) as Record<
    string,
    { version: number; secret: string }[]
  >;
  expect(keys).toEqual([{ version: 1, secret: expect.stringMatching(/^[\w-]{43}$/) as string }]);
});

test('each process gets its own part: the gateway signs, subgraphs verify, and the hub computes no pseudonyms', async () => {
  const { gateway, subgraph } = await openIdentity(home, null);
  const at = (name: string) => join(home.identity, name);
  expect(gateway).toEqual({
    GATEWAY_KEYS: at('hub-keys.json'),
    WEBHOOK_JWKS: at('webhook-jwks.json'),
    TOKEN_ISSUER: 'london-scp-hub-development',
    TOKEN_AUDIENCE: 'london-scp-hub',
    TOKEN_JWKS: at('issuer-jwks.json'),
    DEVELOPMENT_ISSUER_KEYS: at('issuer-keys.json'),
  });
  expect(subgraph('lambeth')).toEqual({
    HUB_JWKS: at('hub-jwks.json'),
    PSEUDONYM_KEYS: at('pseudonym-keys.json'),
    TOKEN_ISSUER: 'london-scp-hub-development',
    TOKEN_JWKS: at('issuer-jwks.json'),
    OWN_EXPLORER: '1',
  });
  expect(subgraph('london-scp')).toEqual({
    HUB_JWKS: at('hub-jwks.json'),
    WEBHOOK_KEYS: at('webhook-keys.json'),
  });
});

test('with a configured issuer there is no development issuer', async () => {
  const { gateway, isDevelopment } = await openIdentity(home, CONFIGURED);
  expect(isDevelopment).toBe(false);
  const own = { GATEWAY_KEYS: 'hub-keys.json', WEBHOOK_JWKS: 'webhook-jwks.json' };
  const paths = Object.entries(own).map(([name, file]) => [name, join(home.identity, file)]);
  expect(gateway).toEqual({ ...Object.fromEntries(paths), ...CONFIGURED });
  expect(readdirSync(home.identity)).not.toContain('issuer-keys.json');
});

test('a hub with a configured issuer does not fall back on the development issuer when its variables are forgotten', async () => {
  await openIdentity(home, CONFIGURED);
  await expect(openIdentity(home, null)).rejects.toThrow(/takes tokens of https:\/\/login\.example, and TOKEN_ISSUER/);
  rmSync(join(home.identity, 'issuer.json'));
  await expect(openIdentity(home, null)).resolves.toMatchObject({ isDevelopment: true });
});

test('a key of gateway tokens put first signs from then on, and the one before it is still published', async () => {
  const keys = await makeHubKeys(home.identity);
  const other = await makeHubKeys(join(home.path, 'new'));
  const body = '{"query":"{ __typename }"}';
  const request = { subgraph: 'lambeth', body };
  const before = signGatewayToken(await readSigningKeys(keys.gatewayKeys), ANONYMOUS, request);
  const listOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { keys: unknown[] }).keys;
  writeKeys(keys.gatewayKeys, [...listOf(other.gatewayKeys), ...listOf(keys.gatewayKeys)]);
  await makeHubKeys(home.identity);
  const after = signGatewayToken(await readSigningKeys(keys.gatewayKeys), ANONYMOUS, request);
  for (const token of [before, after]) {
    const verifier = new GatewayTokenVerifier(request.subgraph, keySource(keys.gatewayPublic));
    await expect(verifier.verify(token, request.body)).resolves.toMatchObject({ requestIdentity: ANONYMOUS });
  }
  const verifier = new GatewayTokenVerifier(request.subgraph, keySource(other.gatewayPublic));
  await expect(verifier.verify(after, request.body)).resolves.toMatchObject({ requestIdentity: ANONYMOUS });
});

test('a file of keys that was damaged is named, not shown, and not replaced', async () => {
  await openIdentity(home, null);
  writeKeys(join(home.identity, 'hub-keys.json'), ['very-secret']);
  const opened = openIdentity(home, null);
  await expect(opened).rejects.toThrow('hub-keys.json');
  await expect(opened).rejects.not.toThrow('very-secret');
  expect(textOf('hub-keys.json')).toContain('very-secret');
});

function writeKeys(file: string, keys: unknown[]): void {
  writeFileSync(file, JSON.stringify({ keys }));
}
