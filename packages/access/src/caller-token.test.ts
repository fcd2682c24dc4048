import { createHmac, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCallerToken, verifyCallerToken, type CallerTokenRules } from './caller-token';
import type { CallerClaims } from './claims';
import { GATEWAY_TOKEN_TYPE, signClaims, signGatewayToken } from './gateway-token/gateway-token';
import { keySource } from './key-source';
import { createSigningKeys, publicJwks, type SigningKeys } from './signing-keys';
import { TokenRefused } from './token-refused';

const ISSUER = 'https://identity.example';
const AUDIENCE = 'london-scp-hub';
const NOW = Date.parse('2026-11-30T12:00:00Z');
const seconds = (count: number) => NOW / 1000 + count;

let folder: string;
let keys: SigningKeys;
let otherKeys: SigningKeys;
let rules: CallerTokenRules;
let jwksFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-access-'));
  keys = await createSigningKeys(join(folder, 'issuer.json'));
  otherKeys = await createSigningKeys(join(folder, 'other.json'));
});

beforeEach(() => {
  // Only the clock stands still.
  jest.useFakeTimers({
    now: NOW,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance'],
  });
  jwksFile = join(mkdtempSync(join(folder, 'jwks-')), 'jwks.json');
  publish(keys);
  rules = {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: keySource(jwksFile),
    algorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'],
  };
});

afterEach(() => jest.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true }));

function publish(...all: SigningKeys[]): void {
  writeFileSync(jwksFile, JSON.stringify({ keys: all.flatMap((one) => publicJwks(one).keys) }));
}

const ANALYST: CallerClaims = {
  person: 'p-17',
  role: 'analyst',
  organisation: 'london-councils',
  partnership: null,
  scopes: ['budget:read', 'movements:count'],
};
const DUTY_TEAM: CallerClaims = {
  person: 'p-18',
  role: 'duty-team',
  organisation: 'E09000022',
  partnership: 'lambeth',
  scopes: ['movements:read'],
};

const issued = (claims = ANALYST, { by = keys, issuer = ISSUER, audience = AUDIENCE, ttlSeconds = 3600 } = {}) =>
  signCallerToken(by, claims, { issuer, audience, ttlSeconds });

/** A token whose signature is right, with claims that no honest issuer writes. */
const written = (claims: object, type = 'at+jwt') =>
  signClaims(keys, type, {
    iss: ISSUER,
    aud: AUDIENCE,
    exp: seconds(3600),
    sub: 'p-17',
    role: 'analyst',
    organisation: 'london-councils',
    ...claims,
  });

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const payloadOf = (token: string) => token.split('.')[1]!;

async function refusalOf(token: string, under = rules): Promise<TokenRefused> {
  const error: unknown = await verifyCallerToken(token, under).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (!(error instanceof TokenRefused)) throw new Error(`The token was not refused, but: ${String(error)}`);
  return error;
}

const reasonOf = async (token: string, under = rules) => (await refusalOf(token, under)).reason;

describe("a caller's token", () => {
  it('names the caller, with what the token gives and the role has', async () => {
    expect(await verifyCallerToken(await issued(), rules)).toEqual({
      person: 'p-17',
      role: 'analyst',
      organisation: 'london-councils',
      partnership: null,
      scopes: new Set(['budget:read', 'movements:count']),
    });
    expect(await verifyCallerToken(await issued(DUTY_TEAM), rules)).toMatchObject({
      organisation: 'E09000022',
      partnership: 'lambeth',
    });
  });

  it('without scopes names a caller who has none', async () => {
    expect((await verifyCallerToken(written({}), rules)).scopes).toEqual(new Set());
  });

  it('loses a scope beyond its role', async () => {
    const greedy = await issued({
      ...ANALYST,
      scopes: ['budget:read', 'movements:read', 'audit:read', 'lambeth:write'],
    });
    expect((await verifyCallerToken(greedy, rules)).scopes).toEqual(new Set(['budget:read']));
  });

  it("may write in its own partnership's records, and in no other's", async () => {
    const token = await issued({
      ...ANALYST,
      role: 'business-manager',
      partnership: 'lambeth',
      scopes: ['lambeth:write', 'havering:write'],
    });
    expect((await verifyCallerToken(token, rules)).scopes).toEqual(new Set(['lambeth:write']));
  });

  it("of a partnership named like a scope of London's does not gain that scope", async () => {
    const token = written({ role: 'business-manager', partnership: 'budget', scope: 'budget:write budget:read' });
    expect((await verifyCallerToken(token, rules)).scopes).toEqual(new Set(['budget:read']));
  });

  it('may have expired within the tolerance of 30 s, and not beyond', async () => {
    expect(await verifyCallerToken(written({ exp: seconds(-29) }), rules)).toMatchObject({ person: 'p-17' });
    expect(await reasonOf(written({ exp: seconds(-31) }))).toBe('EXPIRED');
  });

  it('that names several audiences is accepted by each', async () => {
    expect(await verifyCallerToken(written({ aud: ['another', AUDIENCE] }), rules)).toMatchObject({ person: 'p-17' });
  });
});

describe("a caller's token is refused", () => {
  it('when it has expired', async () => {
    const token = await issued(ANALYST, { ttlSeconds: 60 });
    jest.setSystemTime(NOW + 91_000);
    expect(await reasonOf(token)).toBe('EXPIRED');
  });

  it('when it never expires', async () => {
    const { reason, message } = await refusalOf(written({ exp: undefined }));
    expect(reason).toBe('CLAIM');
    expect(message).toContain('"exp"');
  });

  it('when it is not valid yet', async () => {
    expect(await reasonOf(written({ nbf: seconds(31) }))).toBe('NOT_YET_VALID');
  });

  it('when it is for another audience, or for none', async () => {
    expect(await reasonOf(await issued(ANALYST, { audience: 'another-service' }))).toBe('AUDIENCE');
    expect(await reasonOf(written({ aud: undefined }))).toBe('CLAIM');
  });

  it('when it is of another issuer, or of none, though the key is right', async () => {
    expect(await reasonOf(await issued(ANALYST, { issuer: 'https://identity.example.net' }))).toBe('ISSUER');
    expect(await reasonOf(written({ iss: undefined }))).toBe('CLAIM');
  });

  it('when it is unsigned, by alg none', async () => {
    const payload = payloadOf(await issued());
    for (const alg of ['none', 'None', '']) {
      expect(['ALGORITHM', 'MALFORMED']).toContain(await reasonOf(`${encoded({ alg, typ: 'at+jwt' })}.${payload}.`));
    }
    const allowing = { ...rules, algorithms: [...rules.algorithms, 'none'] };
    await refusalOf(`${encoded({ alg: 'none' })}.${payload}.`, allowing);
  });

  describe('when it is signed by HS256 with the public key as its secret', () => {
    const publicKey = () => createPublicKey(keys[0].privateKey);
    it.each<[string, () => string | Buffer]>([
      ['its PEM', () => publicKey().export({ format: 'pem', type: 'spki' })],
      ['its DER', () => publicKey().export({ format: 'der', type: 'spki' })],
      ['its octets', () => Buffer.from(String(publicKey().export({ format: 'jwk' }).x), 'base64url')],
      ['its JWK', () => JSON.stringify(publicJwks(keys).keys[0])],
    ])('as %s', async (_, secret) => {
      const text = `${encoded({ alg: 'HS256', kid: keys[0].kid })}.${payloadOf(await issued())}`;
      const token = `${text}.${createHmac('sha256', secret()).update(text).digest('base64url')}`;
      expect(await reasonOf(token)).toBe('ALGORITHM');
      // Nor would it help to allow the algorithm by mistake.
      expect(await reasonOf(token, { ...rules, algorithms: ['EdDSA', 'HS256'] })).toBe('KEY_UNKNOWN');
    });
  });

  it('when its algorithm is not among those allowed', async () => {
    expect(await reasonOf(await issued(), { ...rules, algorithms: ['ES256'] })).toBe('ALGORITHM');
  });

  it('when its key is unknown', async () => {
    expect(await reasonOf(await issued(ANALYST, { by: otherKeys }))).toBe('KEY_UNKNOWN');
  });

  it('when another key has signed under the name of a known one', async () => {
    const forged = [{ ...otherKeys[0], kid: keys[0].kid }] as const;
    expect(await reasonOf(await issued(ANALYST, { by: forged }))).toBe('SIGNATURE');
  });

  it('when it brings a key of its own', async () => {
    const jwk = publicJwks(otherKeys).keys[0];
    const [, payload, signature] = (await issued(ANALYST, { by: otherKeys })).split('.');
    const header = encoded({ alg: 'EdDSA', kid: keys[0].kid, jwk });
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('SIGNATURE');
  });

  it('when a claim was changed after the signature', async () => {
    const [header, , signature] = (await issued()).split('.');
    const payload = payloadOf(await issued({ ...ANALYST, role: 'auditor' }));
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('SIGNATURE');
  });

  it('when it is a gateway token, even if the issuer had signed it', async () => {
    const requestIdentity = { caller: null, declared: null, requestId: 'r-1', alert: null, isHub: true };
    const gatewayToken = signGatewayToken(otherKeys, requestIdentity, { subgraph: AUDIENCE, body: '' });
    expect(await reasonOf(gatewayToken)).toBe('KEY_UNKNOWN');
    expect(await reasonOf(signGatewayToken(keys, requestIdentity, { subgraph: AUDIENCE, body: '' }))).toBe('ISSUER');
    expect(await reasonOf(written({}, GATEWAY_TOKEN_TYPE))).toBe('TYPE');
  });

  it.each(['', 'a', 'a.b.c', '..', 'e30.e30.', 'Bearer a.b.c'])('when it is not a token: %.20s', async (text) => {
    expect(await reasonOf(text)).toBe('MALFORMED');
  });

  it('when it is longer than a header should be, be it true', async () => {
    expect((await refusalOf(written({ scope: 'a '.repeat(4000) }))).message).toContain('longer than 8192 characters');
  });

  it.each<[string, string, object]>([
    ['the person is missing', 'sub', { sub: undefined }],
    ['the person is not an id', 'sub', { sub: 'Jane Doe' }],
    ['the person is too long', 'sub', { sub: 'p'.repeat(256) }],
    ['the role is missing', 'role', { role: undefined }],
    ['the role is unknown', 'role', { role: 'superuser' }],
    ['the role is a name of the language', 'role', { role: 'constructor' }],
    ['there are several roles', 'role', { role: ['analyst', 'auditor'] }],
    ['the organisation is missing', 'organisation', { organisation: undefined }],
    ['the partnership is missing', 'partnership', { role: 'business-manager' }],
    ['the partnership is empty', 'partnership', { role: 'business-manager', partnership: '' }],
    ['the partnership is not an id', 'partnership', { role: 'business-manager', partnership: 'Lambeth SCP' }],
    ["a role of London's has a partnership", 'partnership', { partnership: 'lambeth' }],
    ['a duty team names no local authority', 'organisation', { role: 'duty-team', partnership: 'lambeth' }],
    ['scopes are a list', 'scope', { scope: ['audit:read'] }],
  ])('when %s, and names the claim', async (_, claim, claims) => {
    const { reason, message, code } = await refusalOf(written(claims));
    expect({ reason, code }).toEqual({ reason: 'CLAIM', code: 'UNAUTHENTICATED' });
    expect(message).toContain(`claim "${claim}"`);
  });

  it.each(['E0900022', 'X09000022', 'e09000022', 'E090000223', 'lambeth'])(
    'when a duty team’s authority is %s, which is no GSS code',
    async (organisation) => {
      const { message } = await refusalOf(written({ role: 'duty-team', partnership: 'lambeth', organisation }));
      expect(message).toContain('claim "organisation" must be the GSS code');
    },
  );

  it('in words that hold nothing of the token', async () => {
    const tokens = [
      await issued(ANALYST, { by: otherKeys }),
      written({ role: 'hidden-word' }),
      written({ sub: 'hidden word' }),
      written({ scope: ['hidden-word'] }),
      'hidden-word.hidden-word.hidden-word',
    ];
    for (const token of tokens) {
      const { message } = await refusalOf(token);
      expect(message).not.toMatch(/hidden|eyJ/);
      expect(message).not.toContain(otherKeys[0].kid);
    }
  });
});

describe('a token whose issuer changes its keys', () => {
  it('is accepted while its key is published, and refused once it is not', async () => {
    const old = () => issued({ ...ANALYST, person: `p-${Math.random()}` });
    publish(otherKeys, keys);
    expect(await verifyCallerToken(await old(), rules)).toMatchObject({ role: 'analyst' });
    expect(await verifyCallerToken(await issued(ANALYST, { by: otherKeys }), rules)).toMatchObject({ role: 'analyst' });
    publish(otherKeys);
    expect(await reasonOf(await old())).toBe('KEY_UNKNOWN');
  });

  it('is believed for a minute after it was verified, and no longer', async () => {
    const token = await issued();
    await verifyCallerToken(token, rules);
    publish(otherKeys);
    jest.setSystemTime(NOW + 59_000);
    expect(await verifyCallerToken(token, rules)).toMatchObject({ person: 'p-17' });
    jest.setSystemTime(NOW + 60_000);
    expect(await reasonOf(token)).toBe('KEY_UNKNOWN');
  });

  it('is not believed beyond its expiry', async () => {
    const token = await issued(ANALYST, { ttlSeconds: 10 });
    await verifyCallerToken(token, rules);
    publish(otherKeys);
    jest.setSystemTime(NOW + 10_000);
    expect(await reasonOf(token)).toBe('KEY_UNKNOWN');
  });

  it('is not believed by other rules than those that verified it', async () => {
    const token = await issued();
    await verifyCallerToken(token, rules);
    expect(await reasonOf(token, { ...rules, audience: 'another-service' })).toBe('AUDIENCE');
  });

  it('is forgotten for the sake of a thousand younger ones', async () => {
    const token = await issued();
    await verifyCallerToken(token, rules);
    for (let n = 0; n < 1000; n++) await verifyCallerToken(written({ sub: `p-${n}` }), rules);
    publish(otherKeys);
    expect(await verifyCallerToken(written({ sub: 'p-0' }), rules)).toMatchObject({ person: 'p-0' });
    expect(await reasonOf(token)).toBe('KEY_UNKNOWN');
  });
});

it('is not signed for claims that the hub would refuse', async () => {
  await expect(issued({ ...DUTY_TEAM, partnership: null })).rejects.toThrow('claim "partnership" is missing');
  await expect(issued({ ...DUTY_TEAM, organisation: 'lambeth' })).rejects.toThrow('GSS code');
});
