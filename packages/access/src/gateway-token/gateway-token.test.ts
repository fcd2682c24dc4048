import { createHmac, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestIdentity } from '../caller';
import { signCallerToken } from '../caller-token';
import { GATEWAY_ISSUER, type SignedRequest } from './gateway-claims';
import { GATEWAY_TOKEN_TYPE, signClaims, signGatewayToken } from './gateway-token';
import { GatewayTokenVerifier } from './gateway-token-verifier';
import { keySource, type KeySource } from '../key-source';
import { createSigningKeys, publicJwks, type SigningKeys } from '../signing-keys';
import { TokenRefused } from '../token-refused';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const BODY = '{"query":"{ _entities { __typename } }","variables":{"name":"Ægir"}}';
const REQUEST = { subgraph: 'lambeth', body: BODY };

let folder: string;
let hubKeys: SigningKeys;
let issuerKeys: SigningKeys;
let keys: KeySource;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-access-'));
  hubKeys = await createSigningKeys(join(folder, 'hub.json'));
  issuerKeys = await createSigningKeys(join(folder, 'issuer.json'));
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify(publicJwks(hubKeys)));
  keys = keySource(jwks);
});

beforeEach(() => {
  // Only the clock stands still.
  jest.useFakeTimers({
    now: NOW,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance'],
  });
});

afterEach(() => jest.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true }));

const REQUEST_IDENTITY: RequestIdentity = {
  caller: {
    person: 'p-18',
    role: 'duty-team',
    organisation: 'E09000022',
    partnership: 'lambeth',
    scopes: new Set(['movements:read', 'child-records:read']),
  },
  declared: { purpose: 'BREAK_GLASS', reason: 'Ein Kind in Not – 2 a.m.' },
  requestId: 'r-1',
  alert: 'alert:1',
  isHub: true,
};
const ANONYMOUS: RequestIdentity = { caller: null, declared: null, requestId: 'r-2', alert: null, isHub: false };

const signed = (requestIdentity = REQUEST_IDENTITY, request = REQUEST) =>
  signGatewayToken(hubKeys, requestIdentity, request);
const verified = async (token: string, { subgraph, body }: SignedRequest = REQUEST) =>
  (await new GatewayTokenVerifier(subgraph, keys).verify(token, body)).requestIdentity;

/** A gateway token with the hub's own signature, and claims that the gateway does not write. */
function written(changed: object): string {
  const claims = JSON.parse(Buffer.from(signed().split('.')[1]!, 'base64url').toString()) as object;
  return signClaims(hubKeys, GATEWAY_TOKEN_TYPE, { ...claims, ...changed });
}

async function reasonOf(token: string, request: SignedRequest = REQUEST): Promise<string> {
  const error: unknown = await verified(token, request).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (!(error instanceof TokenRefused)) throw new Error(`The token was not refused, but: ${String(error)}`);
  return error.reason;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a gateway token', () => {
  it('tells the subgraph who asks, what for, and under which alert', async () => {
    expect(await verified(signed())).toEqual(REQUEST_IDENTITY);
  });

  it('without a caller says that nobody is known', async () => {
    expect(await verified(signed(ANONYMOUS))).toEqual(ANONYMOUS);
  });

  it('is valid for 60 s, and may come from a clock up to 30 s ahead', async () => {
    const token = signed();
    jest.setSystemTime(NOW + 59_000);
    expect(await verified(token)).toEqual(REQUEST_IDENTITY);
    jest.setSystemTime(NOW - 30_000);
    expect(await verified(token)).toEqual(REQUEST_IDENTITY);
  });

  it('carries no more scopes than the role has', async () => {
    const requestIdentity = await verified(written({ scope: 'movements:read audit:read' }));
    expect(requestIdentity.caller?.scopes).toEqual(new Set(['movements:read']));
  });
});

describe('a gateway token is refused', () => {
  it('at another subgraph', async () => {
    expect(await reasonOf(signed(), { subgraph: 'havering', body: BODY })).toBe('AUDIENCE');
    expect(await reasonOf(written({ aud: ['lambeth', 'havering'] }))).toBe('AUDIENCE');
  });

  it('with another body, be it by one byte', async () => {
    expect(await reasonOf(signed(), { subgraph: 'lambeth', body: `${BODY} ` })).toBe('OPERATION');
    expect(await reasonOf(written({ op: undefined }))).toBe('OPERATION');
  });

  it('after 60 s', async () => {
    const token = signed();
    jest.setSystemTime(NOW + 60_000);
    expect(await reasonOf(token)).toBe('EXPIRED');
  });

  it('when it would be valid for more than 60 s', async () => {
    const now = NOW / 1000;
    expect(await reasonOf(written({ exp: now + 61 }))).toBe('TOO_LONG_VALID');
    expect(await reasonOf(written({ iat: now - 3600, exp: now + 1 }))).toBe('TOO_LONG_VALID');
  });

  it('when it comes from more than 30 s ahead', async () => {
    const token = signed();
    jest.setSystemTime(NOW - 31_000);
    expect(await reasonOf(token)).toBe('NOT_YET_VALID');
  });

  it.each([{ iat: undefined }, { exp: undefined }, { exp: '2999' }, { iat: null }])(
    'when it does not say from when or until when: %j',
    async (claims) => {
      expect(await reasonOf(written(claims))).toBe('CLAIM');
    },
  );

  it("when the issuer's key signed it and not the hub's", async () => {
    expect(await reasonOf(signGatewayToken(issuerKeys, REQUEST_IDENTITY, REQUEST))).toBe('KEY_UNKNOWN');
    const renamed = [{ ...issuerKeys[0], kid: hubKeys[0].kid }] as const;
    expect(await reasonOf(signGatewayToken(renamed, REQUEST_IDENTITY, REQUEST))).toBe('SIGNATURE');
  });

  it("when it is a caller's token, even if the hub had signed it", async () => {
    const { scopes, ...claims } = REQUEST_IDENTITY.caller!;
    const options = { issuer: GATEWAY_ISSUER, audience: 'lambeth', ttlSeconds: 60 };
    for (const by of [issuerKeys, hubKeys]) {
      expect(await reasonOf(await signCallerToken(by, { ...claims, scopes: [...scopes] }, options))).toBe('TYPE');
    }
  });

  it('when it names another issuer', async () => {
    expect(await reasonOf(written({ iss: 'https://identity.example' }))).toBe('ISSUER');
  });

  it('when it is unsigned, by alg none', async () => {
    const [, payload, signature] = signed().split('.');
    const header = encoded({ alg: 'none', kid: hubKeys[0].kid, typ: GATEWAY_TOKEN_TYPE });
    expect(await reasonOf(`${header}.${payload}.`)).toBe('MALFORMED');
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('ALGORITHM');
  });

  it("when it is signed by HS512 with the hub's public key as its secret", async () => {
    const secret = createPublicKey(hubKeys[0].privateKey).export({ format: 'pem', type: 'spki' });
    const text = `${encoded({ alg: 'HS512', kid: hubKeys[0].kid, typ: GATEWAY_TOKEN_TYPE })}.${signed().split('.')[1]}`;
    // HS512 has as many bytes as Ed25519: the length alone does not give it away.
    expect(await reasonOf(`${text}.${createHmac('sha512', secret).update(text).digest('base64url')}`)).toBe(
      'ALGORITHM',
    );
  });

  it.each([{ crit: ['b64'], b64: false }, { jwk: {} }, { jku: 'https://keys.example' }, { kid: undefined }])(
    'when its header asks to be read in another way: %j',
    async (more) => {
      const [, payload, signature] = signed().split('.');
      const header = encoded({ alg: 'EdDSA', kid: hubKeys[0].kid, typ: GATEWAY_TOKEN_TYPE, ...more });
      expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('MALFORMED');
    },
  );

  it('when its signature is the same bytes in other letters', async () => {
    const token = signed();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const last of [...letters].filter((letter) => letter !== token.at(-1))) {
      expect(await reasonOf(token.slice(0, -1) + last)).toMatch(/^(MALFORMED|SIGNATURE)$/);
    }
  });

  it('when a claim was changed after the signature', async () => {
    const [header, , signature] = signed().split('.');
    const payload = written({ hub: true, scope: 'movements:approve' }).split('.')[1];
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('SIGNATURE');
  });

  it.each(['', 'a.b.c', `${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(86)}`, `.x.${'c'.repeat(86)}`])(
    'when it is not a token: %s',
    async (text) => {
      expect(await reasonOf(text)).toBe('MALFORMED');
    },
  );

  it.each([
    { rid: undefined },
    { role: 'superuser' },
    { organisation: 'lambeth' },
    { partnership: undefined },
    { purpose: 'CURIOSITY' },
    { purpose: undefined },
    { reason: undefined },
    { alert: 7 },
  ])('when it says what no gateway says: %j', async (claims) => {
    expect(await reasonOf(written(claims))).toBe('CLAIM');
  });
});

it('does not take a text for the mark of the hub', async () => {
  expect(await verified(written({ hub: 'true' }))).toMatchObject({ isHub: false });
});
