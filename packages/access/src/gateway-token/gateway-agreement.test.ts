import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestIdentity } from '../caller';
import { encoded } from '../compact-jws';
import { keySource, type KeySource } from '../key-source';
import { createSigningKeys, publicJwks, type SigningKeys } from '../signing-keys';
import { TokenRefused } from '../token-refused';
import { writeAgreedToken } from './agreed-token';
import { AGREED_TYPE, AgreementKey } from './agreement-key';
import { claimsOf } from './gateway-claims';
import { GatewayTokenSigner } from './gateway-token-signer';
import { GATEWAY_TOKEN_TYPE, signClaims, signGatewayToken } from './gateway-token';
import { GatewayTokenVerifier } from './gateway-token-verifier';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const BODY = '{"query":"{ movements(first: 1) { id } }"}';
const REQUEST_IDENTITY: RequestIdentity = {
  caller: {
    person: 'p-18',
    role: 'duty-team',
    organisation: 'E09000022',
    partnership: 'lambeth',
    scopes: new Set(['movements:read']),
  },
  declared: { purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'A family moves.' },
  requestId: 'r-1',
  alert: null,
  isHub: true,
};

let folder: string;
let hubKeys: SigningKeys;
let keys: KeySource;
let gateway: GatewayTokenSigner;
let lambeth: GatewayTokenVerifier;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-access-'));
  hubKeys = await createSigningKeys(join(folder, 'hub.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(hubKeys)));
  keys = keySource(join(folder, 'jwks.json'));
});

beforeEach(() => {
  jest.useFakeTimers({
    now: NOW,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance'],
  });
  gateway = new GatewayTokenSigner(hubKeys, 'lambeth');
  lambeth = new GatewayTokenVerifier('lambeth', keys);
});

afterEach(() => jest.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true }));

/** One request and its answer. */
async function exchange(subgraph = lambeth) {
  const { token, isAgreed } = gateway.tokenFor(REQUEST_IDENTITY, BODY);
  const { requestIdentity, offer } = await subgraph.verify(token, BODY);
  if (offer !== null) gateway.agree(offer);
  return { isAgreed, requestIdentity };
}

async function agreed(): Promise<string> {
  await exchange();
  const { token, isAgreed } = gateway.tokenFor(REQUEST_IDENTITY, BODY);
  expect(isAgreed).toBe(true);
  return token;
}

/** A key that is used for longer than the gateway would, and the signature by which it is agreed once more. */
async function keptKey() {
  const half = new AgreementKey();
  const request = { subgraph: 'lambeth', body: BODY };
  const sign = () => lambeth.verify(signGatewayToken(hubKeys, REQUEST_IDENTITY, request, half.publicHalf), BODY);
  return { key: half.agreeWith((await sign()).offer!, 'lambeth')!, sign };
}

async function reasonOf(token: string, { at = lambeth, body = BODY } = {}): Promise<string> {
  const error: unknown = await at.verify(token, body).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (!(error instanceof TokenRefused)) throw new Error(`The token was not refused, but: ${String(error)}`);
  return error.reason;
}

const later = (seconds: number) => jest.setSystemTime(NOW + seconds * 1000);

describe('a key between the gateway and a subgraph', () => {
  it('is agreed by the first request that is answered, and says the same of those that follow', async () => {
    expect(await exchange()).toEqual({ isAgreed: false, requestIdentity: REQUEST_IDENTITY });
    expect(await exchange()).toEqual({ isAgreed: true, requestIdentity: REQUEST_IDENTITY });
  });

  it('is agreed anew every half minute, by a signature of the hub', async () => {
    await exchange();
    later(29);
    expect(await exchange()).toMatchObject({ isAgreed: true });
    later(30);
    expect(await exchange()).toMatchObject({ isAgreed: false });
    expect(await exchange()).toMatchObject({ isAgreed: true });
  });

  it('is forgotten by the subgraph after 60 s, whoever still uses it', async () => {
    const { key } = await keptKey();
    later(59);
    await expect(lambeth.verify(writeAgreedToken(key, REQUEST_IDENTITY, BODY), BODY)).resolves.toMatchObject({
      requestIdentity: REQUEST_IDENTITY,
    });
    later(60);
    expect(await reasonOf(writeAgreedToken(key, REQUEST_IDENTITY, BODY))).toBe('KEY_UNKNOWN');
  });

  it('is offered to nobody who did not ask for one', async () => {
    const token = signGatewayToken(hubKeys, REQUEST_IDENTITY, { subgraph: 'lambeth', body: BODY });
    expect((await lambeth.verify(token, BODY)).offer).toBeNull();
  });

  it('gives way to signatures for a minute once a subgraph does not know it, as after a restart', async () => {
    const token = await agreed();
    const restarted = new GatewayTokenVerifier('lambeth', keys);
    expect(await reasonOf(token, { at: restarted })).toBe('KEY_UNKNOWN');
    gateway.forget();
    expect(await exchange(restarted)).toMatchObject({ isAgreed: false });
    expect(await exchange(restarted)).toMatchObject({ isAgreed: false });
    later(60);
    expect(await exchange(restarted)).toMatchObject({ isAgreed: false });
    expect(await exchange(restarted)).toMatchObject({ isAgreed: true });
  });

  // The last is a point of small order: with it every secret would be the same.
  it.each(['', 'no key', 'AAAA', Buffer.alloc(31, 7).toString('base64url'), Buffer.alloc(32).toString('base64url')])(
    'is not agreed with what is not half of one: "%s"',
    async (offered) => {
      gateway.agree(offered);
      expect(gateway.tokenFor(REQUEST_IDENTITY, BODY).isAgreed).toBe(false);
      const token = signGatewayToken(hubKeys, REQUEST_IDENTITY, { subgraph: 'lambeth', body: BODY }, offered);
      expect((await lambeth.verify(token, BODY)).offer).toBeNull();
    },
  );
});

it('a token under an agreed key says of each operation what that one is', async () => {
  await exchange();
  const requestIdentities = [
    { ...REQUEST_IDENTITY },
    { ...REQUEST_IDENTITY, requestId: 'r-2', declared: null },
    { ...REQUEST_IDENTITY },
  ];
  for (const requestIdentity of requestIdentities) {
    const { token, isAgreed } = gateway.tokenFor(requestIdentity, BODY);
    expect(isAgreed).toBe(true);
    expect((await lambeth.verify(token, BODY)).requestIdentity).toEqual(requestIdentity);
  }
});

describe('a token under an agreed key is refused', () => {
  it('with another body', async () => {
    expect(await reasonOf(await agreed(), { body: `${BODY} ` })).toBe('SIGNATURE');
  });

  it('at another subgraph, even of a key that the gateway agreed with it', async () => {
    const token = await agreed();
    const redbridge = new GatewayTokenVerifier('redbridge', keys);
    await redbridge.verify(new GatewayTokenSigner(hubKeys, 'redbridge').tokenFor(REQUEST_IDENTITY, BODY).token, BODY);
    expect(await reasonOf(token, { at: redbridge })).toBe('KEY_UNKNOWN');
  });

  it('after 60 s', async () => {
    const { key, sign } = await keptKey();
    const token = writeAgreedToken(key, { ...REQUEST_IDENTITY }, BODY);
    later(40);
    await sign();
    later(60);
    expect(await reasonOf(token)).toBe('EXPIRED');
  });

  it('after 60 s, also where the subgraph has seen its claims before', async () => {
    const { key, sign } = await keptKey();
    const token = writeAgreedToken(key, { ...REQUEST_IDENTITY }, BODY);
    await lambeth.verify(token, BODY);
    later(40);
    await sign();
    later(59);
    await lambeth.verify(token, BODY);
    later(60);
    expect(await reasonOf(token)).toBe('EXPIRED');
  });

  it('when a claim was changed', async () => {
    const [header, payload, mac] = (await agreed()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, role: 'auditor' })).toString('base64url');
    expect(await reasonOf(`${header}.${changed}.${mac}`)).toBe('SIGNATURE');
    expect(await reasonOf(`${header}.${payload}.${mac!.slice(0, 20)}`)).toBe('SIGNATURE');
  });

  it('when the hub has not signed the half of whoever agreed it', async () => {
    const { offer } = await lambeth.verify(gateway.tokenFor(REQUEST_IDENTITY, BODY).token, BODY);
    // Everybody may know the subgraph's half. A key made of it and of a half of one's own is not a key of the hub.
    const key = new AgreementKey().agreeWith(offer!, 'lambeth')!;
    expect(await reasonOf(writeAgreedToken(key, REQUEST_IDENTITY, BODY))).toBe('KEY_UNKNOWN');
  });

  it('when a stranger signed the half', async () => {
    const stranger = [
      { kid: hubKeys[0].kid, privateKey: generateKeyPairSync('ed25519').privateKey },
    ] as unknown as SigningKeys;
    const half = new AgreementKey();
    const token = signGatewayToken(stranger, REQUEST_IDENTITY, { subgraph: 'lambeth', body: BODY }, half.publicHalf);
    expect(await reasonOf(token)).toBe('SIGNATURE');
  });

  it('when the half was signed for another request, or is over: then nothing is agreed', async () => {
    const { token } = gateway.tokenFor(REQUEST_IDENTITY, BODY);
    expect(await reasonOf(token, { body: '{}' })).toBe('OPERATION');
    later(60);
    expect(await reasonOf(token)).toBe('EXPIRED');
  });

  it("when its key is a secret that is none: the hub's public key, or what the agreement shows", async () => {
    const [header, payload] = (await agreed()).split('.');
    const { kid } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { kid: string };
    const pem = createPublicKey(hubKeys[0].privateKey).export({ format: 'pem', type: 'spki' }) as string;
    for (const secret of [pem, kid, ...kid.split('.'), '']) {
      const text = `${header}.${payload}`;
      const mac = createHmac('sha256', secret).update(`${text}.${BODY}`).digest('base64url');
      expect(await reasonOf(`${text}.${mac}`)).toBe('SIGNATURE');
    }
  });

  it('in the dress of a signed one, and the other way round', async () => {
    const [header, payload, mac] = (await agreed()).split('.');
    const { kid } = hubKeys[0];
    expect(await reasonOf(`${encoded({ alg: 'EdDSA', kid, typ: GATEWAY_TOKEN_TYPE })}.${payload}.${mac}`)).toBe(
      'SIGNATURE',
    );
    expect(await reasonOf(`${encoded({ alg: 'HS256', kid, typ: GATEWAY_TOKEN_TYPE })}.${payload}.${mac}`)).toBe(
      'ALGORITHM',
    );
    expect(await reasonOf(`${encoded({ alg: 'HS256', kid, typ: AGREED_TYPE })}.${payload}.${mac}`)).toBe('KEY_UNKNOWN');
    expect(await reasonOf(`${header}.${payload}.`)).toBe('SIGNATURE');
    expect(await reasonOf(`${header}.`)).toBe('SIGNATURE');
    expect(await reasonOf(signClaims(hubKeys, AGREED_TYPE, claimsOf(REQUEST_IDENTITY)))).toBe('KEY_UNKNOWN');
  });

  it('when part of the claims is passed off as part of the body', async () => {
    const [header, payload, mac] = (await agreed()).split('.');
    const cut = payload!.length - 8;
    for (const dot of ['', '.']) {
      const body = `${payload!.slice(cut)}${dot}${BODY}`;
      expect(await reasonOf(`${header}.${payload!.slice(0, cut)}.${mac}`, { body })).toBe('SIGNATURE');
    }
  });
});
