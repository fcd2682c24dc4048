import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capturedOutput } from '../../testing/captured-output';
import { run } from '../main';
import { openHubHome } from '../system/hub-home';
import { openIdentity } from '../system/identity';

const { env } = process;
const home = mkdtempSync(join(tmpdir(), 'hub-token-'));
const written = capturedOutput();

beforeAll(async () => {
  await openIdentity(await openHubHome(home), null);
});
beforeEach(() => {
  process.env = { ...env, HUB_HOME: home };
});
afterEach(() => {
  process.env = env;
});
afterAll(() => rmSync(home, { recursive: true }));

test('stdout holds the token and nothing else; what it may do is said beside it', async () => {
  const args = ['--role', 'business-manager', '--partnership', 'lambeth', '--ttl', '30m'];
  await expect(run(['token', ...args, '--scope', 'budget:read', '--scope', 'lambeth:write'])).resolves.toBe(0);
  expect(written.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(written.stderr).toBe(
    'For 30m: development:business-manager (development), business-manager of lambeth, may: budget:read lambeth:write\n',
  );
});

test.each([
  [{ TOKEN_ISSUER: 'https://login.example' }, 'TOKEN_ISSUER is https://login.example'],
  [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
  [{ HUB_HOME: join(home, 'other') }, 'Start it once: npm start'],
])('no token with %j', async (production, reason) => {
  Object.assign(process.env, production);
  await expect(run(['token', '--role', 'analyst'])).resolves.toBe(1);
  expect(written.stdout).toBe('');
  expect(written.stderr).toContain(reason);
});
