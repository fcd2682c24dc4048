import { createHmac, createPublicKey } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, signGatewayToken } from '@hub/access';
import { pino } from 'pino';
import { request } from 'undici';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';

const log = pino({ level: 'silent' });
const QUERY = '{ partnerships { priorities } }';

let identity: ToyIdentity;
let lambeth: ToySubgraph;
let toys: ToySubgraph[];
let gateway: RunningGateway;
let url: string;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  lambeth = toyBorough('Lambeth');
  toys = [toyLondon(), lambeth, toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(toyConfig(toys, identity.env), log);
  url = gateway.url;
});

beforeEach(() => {
  for (const toy of toys) {
    toy.received.length = 0;
    toy.delayMs = 0;
  }
});

afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await identity.remove();
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token by hand, as an attacker writes it. */
function forged(header: object, sign: (text: string) => string, claims: object = {}): string {
  const exp = Math.floor(Date.now() / 1000) + 60;
  const own = { sub: 'p:1', role: 'analyst', organisation: 'E09000022', scope: 'budget:read', exp };
  const text = `${encode(header)}.${encode({ ...own, iss: 'https://issuer.example', aud: 'london-scp-hub', ...claims })}`;
  return `${text}.${sign(text)}`;
}

const hmac = (secret: string | Buffer) => (text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url');

describe('who asks', () => {
  it('is nobody without a token', async () => {
    const { data } = await ask(url, QUERY);
    expect(data.partnerships).toHaveLength(2);
    await expect(identity.requestIdentity(lambeth)).resolves.toMatchObject({
      caller: null,
      declared: null,
      isHub: true,
    });
  });

  it('is whom the token names, with the scopes that the role has', async () => {
    const scopes = ['budget:read', 'audit:read'] as const;
    const { headers } = await ask(url, QUERY, { headers: await identity.as({ scopes }) });
    await expect(identity.requestIdentity(lambeth)).resolves.toEqual({
      caller: {
        person: 'p:1',
        role: 'analyst',
        organisation: 'E09000022',
        partnership: null,
        scopes: new Set(['budget:read']),
      },
      declared: null,
      alert: null,
      requestId: headers['x-request-id'],
      isHub: true,
    });
  });

  it('is not what other headers say: scope claimed in a header', async () => {
    const headers = { 'x-scopes': 'audit:read', scope: 'audit:read', 'x-role': 'auditor', 'x-person': 'p:1' };
    await ask(url, QUERY, { headers });
    await expect(identity.requestIdentity(lambeth)).resolves.toMatchObject({ caller: null });
  });
});

describe('a bad token', () => {
  const bad: [string, () => string | Promise<string>][] = [
    ['expired', () => identity.token({ ttlSeconds: -31 })],
    ['wrong audience', () => identity.token({ audience: 'lambeth' })],
    ['wrong issuer', () => identity.token({ issuer: 'https://other.example' })],
    ['signed by another key', () => identity.token({ keys: identity.gatewayKeys })],
    ['alg none', () => forged({ alg: 'none' }, () => '')],
    ['alg none with the key named', () => forged({ alg: 'none', kid: identity.issuerKeys[0].kid }, () => '')],
    [
      'HS256 with the public key as PEM',
      () => {
        const pem = createPublicKey(identity.issuerKeys[0].privateKey).export({ type: 'spki', format: 'pem' });
        return forged({ alg: 'HS256', kid: identity.issuerKeys[0].kid }, hmac(pem));
      },
    ],
    [
      'HS256 with the public key as it is published',
      () => {
        const { x, kid } = publicJwks(identity.issuerKeys).keys[0] as { x: string; kid: string };
        return forged({ alg: 'HS256', kid }, hmac(Buffer.from(x, 'base64url')));
      },
    ],
    [
      'a gateway token',
      () => {
        const requestIdentity = { caller: null, declared: null, requestId: 'r', alert: null, isHub: true };
        return signGatewayToken(identity.gatewayKeys, requestIdentity, { subgraph: 'london-scp-hub', body: '' });
      },
    ],
    ['no token at all behind Bearer', () => ''],
  ];

  it.each(bad)('is refused whole, and nothing is asked: %s', async (_, make) => {
    const token = await make();
    const { status, headers, text, errors, data } = await ask(url, QUERY, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      { message: expect.any(String), extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) } },
    ]);
    if (token) expect(text).not.toContain(token);
    expect(toys.flatMap(({ received }) => received)).toEqual([]);
  });

  it('says what to do', async () => {
    const expired = await ask(url, QUERY, { headers: await identity.as({ ttlSeconds: -31 }) });
    expect(expired.errors?.[0]?.message).toBe('The token has expired. Get a new one.');
    const basic = await ask(url, QUERY, { headers: { authorization: 'Basic cDox' } });
    expect(basic.errors?.[0]?.message).toMatch(/^The header authorization is not "Bearer <token>"\./);
  });

  it('is any token, at a gateway without an issuer', async () => {
    const plain = await startGateway(toyConfig(toys), log);
    const refused = await ask(plain.url, QUERY, { headers: await identity.as() });
    const nobody = await ask(plain.url, QUERY);
    await plain.stop();
    expect([refused.status, nobody.status]).toEqual([401, 200]);
    expect(refused.errors?.[0]?.message).toContain('TOKEN_ISSUER');
  });
});

describe('a request to a subgraph', () => {
  it('never carries the caller’s own token', async () => {
    const headers = await identity.as();
    await ask(url, QUERY, { headers });
    const sent = toys.flatMap(({ received }) => received.map(({ authorization }) => authorization));
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(3);
    for (const one of sent) expect(one).not.toBe(headers['authorization']);
  });

  it('is good for one subgraph and one request', async () => {
    await ask(url, QUERY, { headers: await identity.as() });
    await expect(identity.requestIdentity(lambeth, 0, 'havering')).rejects.toMatchObject({ reason: 'AUDIENCE' });
    lambeth.received[0]!.query += ' ';
    await expect(identity.requestIdentity(lambeth)).rejects.toMatchObject({ reason: 'OPERATION' });
  });

  it('is never shared by two callers in flight, in answers neither', async () => {
    for (const toy of toys) toy.delayMs = 100;
    const persons = ['p:1', 'p:2', 'p:3'];
    await Promise.all(persons.map(async (person) => ask(url, QUERY, { headers: await identity.as({ person }) })));
    for (const toy of toys) {
      expect(toy.received).toHaveLength(3);
      const requestIdentities = await Promise.all([0, 1, 2].map((index) => identity.requestIdentity(toy, index)));
      expect(requestIdentities.map(({ caller }) => caller?.person).sort()).toEqual(persons);
    }
  });

  it('is signed by keys that the gateway publishes, without their private part', async () => {
    const { body, statusCode } = await request(`${url}/.well-known/jwks.json`);
    expect(statusCode).toBe(200);
    const jwks = (await body.json()) as { keys: object[] };
    expect(jwks).toEqual(JSON.parse(JSON.stringify(publicJwks(identity.gatewayKeys))));
    for (const key of jwks.keys) expect(key).not.toHaveProperty('d');
  });

  it('has nothing in common with the keys of webhooks, which are published apart and without their private part', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hub-webhook-keys-')), 'webhook-keys.json');
    const webhookKeys = await createSigningKeys(path);
    // By mistake the private ones.
    const publishing = await startGateway(toyConfig(toys, { ...identity.env, WEBHOOK_JWKS: path }), log);
    const { body, headers } = await request(`${publishing.url}/.well-known/webhook-jwks.json`);
    expect(await body.json()).toEqual(JSON.parse(JSON.stringify(publicJwks(webhookKeys))));
    expect(headers['cache-control']).toBe('public, max-age=300');
    await publishing.stop();
    const { statusCode } = await request(`${url}/.well-known/webhook-jwks.json`);
    expect(statusCode).toBe(404);
  });

  it('says nothing without keys to sign by', async () => {
    const { GATEWAY_KEYS: _, ...env } = identity.env;
    const unsigned = await startGateway(toyConfig(toys, env), log);
    await ask(unsigned.url, QUERY, { headers: await identity.as() });
    await unsigned.stop();
    expect(lambeth.received.map(({ authorization }) => authorization)).toEqual([undefined]);
  });
});
