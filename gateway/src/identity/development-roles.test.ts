import { keySource, ROLE_NAMES, scopesOf, verifyCallerToken } from '@hub/access';
import { pino } from 'pino';
import { request } from 'undici';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask, type ClientResponse } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';

const log = pino({ level: 'silent' });
let identity: ToyIdentity;
let toys: ToySubgraph[];
let gateway: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  toys = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(
    toyConfig(toys, { ...identity.env, DEVELOPMENT_ISSUER_KEYS: identity.issuerKeysFile }),
    log,
  );
});

afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await identity.remove();
});

async function choose(choice: object, headers: Record<string, string> = {}, base = gateway.url) {
  const { statusCode, body } = await request(`${base}/explorer/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(choice),
  });
  const { token, errors } = (await body.json()) as { token?: string; errors?: ClientResponse['errors'] };
  return { status: statusCode, token, code: errors?.[0]?.extensions['code'], message: errors?.[0]?.message };
}

const rolesOf = async (base: string) => (await request(`${base}/explorer/roles.json`)).body.json();

describe('the explorer of a development hub', () => {
  it('offers every role with what its token takes, and the partnerships', async () => {
    expect(await rolesOf(gateway.url)).toEqual({
      roles: ROLE_NAMES.map((name) => expect.objectContaining({ name, description: expect.any(String) })),
      partnerships: ['lambeth', 'havering'],
    });
  });

  it('gets a token of the role that it chooses, with the scopes of the role', async () => {
    const { token = '' } = await choose({ role: 'duty-team', partnership: 'lambeth', organisation: 'E09000022' });
    const { TOKEN_ISSUER: issuer, TOKEN_JWKS } = identity.env;
    const rules = { issuer, audience: 'london-scp-hub', keys: keySource(TOKEN_JWKS), algorithms: ['EdDSA'] };
    await expect(verifyCallerToken(token, rules)).resolves.toMatchObject({
      person: 'development:duty-team',
      organisation: 'E09000022',
      scopes: new Set(scopesOf('duty-team', 'lambeth')),
    });
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(gateway.url, '{ partnerships { id } }', { headers })).status).toBe(200);
  });

  it.each([
    [{ role: 'mayor' }, /^role must be one of/],
    [{ role: 'duty-team', organisation: 'E09000022' }, /partnership/],
    [{ role: 'duty-team', partnership: 'lambeth' }, /GSS code/],
    [{ role: 'analyst', partnership: 'lambeth' }, /partnership.*must be left out/],
  ])('is told what a choice lacks: %j', async (choice, message) => {
    expect(await choose(choice)).toEqual({
      ...{ status: 400, code: 'NO_SUCH_TOKEN', message: expect.stringMatching(message) },
    });
  });

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a name that another site gave this address', { host: 'evil.example:4000' }],
    ['something that is not a browser', { 'sec-fetch-site': '' }],
  ])('is the only one to get a token: not %s', async (_, headers) => {
    expect(await choose({ role: 'auditor' }, headers)).toEqual({
      status: 403,
      code: 'EXPLORER_ONLY',
      message: expect.stringContaining('hub token'),
    });
  });
});

describe('any other hub', () => {
  it('offers no role and gives no token', async () => {
    const configured = await startGateway(toyConfig(toys, identity.env), log);
    const roles = await rolesOf(configured.url);
    const { status, token } = await choose({ role: 'auditor' }, {}, configured.url);
    await configured.stop();
    expect(roles).toEqual({ roles: [], partnerships: [] });
    expect([status, token]).toEqual([404, undefined]);
  });
});
