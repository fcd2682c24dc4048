import { keySource, verifyCallerToken } from '@hub/access';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../testing/fake-workspace';
import { openHubHome, type HubHome } from './hub-home';
import { openIdentity } from './identity';
import { openRelay, type Relay } from './relay';

const HUB = { url: 'http://127.0.0.1:4000', isDevelopment: true, partnerships: ['lambeth', 'tri-borough'] };
const ISSUER = { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: 'https://login.example/jwks' };

let home: HubHome;
let relay: Relay | undefined;
let lines: string[];

beforeEach(async () => {
  home = await openHubHome(mkdtempSync(join(tmpdir(), 'hub-relay-')));
  lines = [];
});
afterEach(async () => {
  jest.useRealTimers();
  await relay?.stop();
  rmSync(home.path, { recursive: true });
});

const say = (line: string) => void lines.push(line);
const fileOf = (name: string) => join(home.identity, 'relay', `${name}.jwt`);
const rules = () => ({
  ...{ issuer: 'london-scp-hub-development', audience: 'london-scp-hub', algorithms: ['EdDSA'] },
  keys: keySource(join(home.identity, 'issuer-jwks.json')),
});

test("a development hub gives each partnership's process its address and a token for that partnership's system", async () => {
  await openIdentity(home, null);
  relay = await openRelay(home, {}, HUB, say);
  expect(relay.subgraph('lambeth')).toEqual({ HUB_URL: HUB.url, HUB_TOKEN_FILE: fileOf('lambeth') });
  expect(relay.subgraph('london-scp')).toEqual({});
  for (const partnership of HUB.partnerships) {
    const caller = await verifyCallerToken(readFileSync(fileOf(partnership), 'utf8'), rules());
    expect(caller).toMatchObject({
      ...{ person: `system:${partnership}`, role: 'partnership-system', organisation: partnership, partnership },
    });
    expect(caller.scopes).toContain('movements:write');
    expect(statSync(fileOf(partnership)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(join(home.identity, 'relay')).mode & 0o777).toBe(0o700);
  expect(lines).toEqual([]);
});

test('a token is replaced as a whole every quarter of an hour, long before it expires, until the hub ends', async () => {
  await openIdentity(home, null);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'], now: Date.now() });
  relay = await openRelay(home, {}, HUB, say);
  const read = () => readFileSync(fileOf('tri-borough'), 'utf8');
  const first = read();
  const claims = JSON.parse(Buffer.from(first.split('.')[1]!, 'base64url').toString()) as { iat: number; exp: number };
  expect(claims.exp - claims.iat).toBe(3600);
  jest.advanceTimersByTime(15 * 60_000);
  const renewed = () => read() !== first;
  await until('a new token', renewed);
  await expect(verifyCallerToken(read(), rules())).resolves.toMatchObject({ partnership: 'tri-borough' });
  await relay.stop();
  const last = read();
  jest.advanceTimersByTime(60 * 60_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(read()).toBe(last);
  expect(readdirSync(join(home.identity, 'relay')).sort()).toEqual(['lambeth.jwt', 'tri-borough.jwt']);
});

test('a renewal that fails is told, and the hub goes on with the token that it has', async () => {
  await openIdentity(home, null);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
  relay = await openRelay(home, {}, HUB, say);
  rmSync(join(home.identity, 'issuer-keys.json'));
  jest.advanceTimersByTime(15 * 60_000);
  await until('a line', () => lines.length > 0);
  expect(lines.join()).toMatch(/^The tokens of partnerships' systems were not renewed: .*issuer-keys\.json/);
  expect(existsSync(fileOf('lambeth'))).toBe(true);
});

test('with a configured issuer the tokens are its own, in the folder that is named', async () => {
  await openIdentity(home, ISSUER);
  relay = await openRelay(home, { HUB_TOKEN_FOLDER: '/run/tokens' }, { ...HUB, isDevelopment: false }, say);
  expect(relay.subgraph('lambeth')).toEqual({ HUB_URL: HUB.url, HUB_TOKEN_FILE: '/run/tokens/lambeth.jwt' });
  expect(existsSync(join(home.identity, 'relay'))).toBe(false);
});

test.each([{}, { HUB_TOKEN_FOLDER: ' ' }])(
  'without such a folder there is no relay, and a line says so',
  async (env) => {
    await openIdentity(home, ISSUER);
    relay = await openRelay(home, env, { ...HUB, isDevelopment: false }, say);
    expect(relay.subgraph('lambeth')).toEqual({});
    expect(lines).toEqual([expect.stringContaining('HUB_TOKEN_FOLDER')]);
  },
);
