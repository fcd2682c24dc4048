import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSigningKeys,
  readSigningKeys,
  signGatewayToken,
  type SignedRequest,
  type SigningKeys,
} from '@hub/access';
import { SignJWT, UnsecuredJWT } from 'jose';
import { askDirectly, gatewayKeys, subgraphsAsked, urlOf } from '../support/attacks/gateway-token';
import { bearer, send, type Reply } from '../support/attacks/send';
import { standingTestHub } from '../support/standing/standing-hub';
import type { AskedHub } from '../support/test-hub';
import { requestIdentityOf } from '../support/request-identities';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'So that a test can look.' };
const BODY = JSON.stringify({ query: '{ movements(first: 1) { edges { node { id childPseudonym } } } }' });

let testHub: AskedHub;
let issuer: SigningKeys;
let hub: SigningKeys;
let stranger: SigningKeys;

beforeAll(async () => {
  testHub = await standingTestHub();
  issuer = await readSigningKeys(join(testHub.hub.home, 'identity', 'issuer-keys.json'));
  hub = await gatewayKeys(testHub);
  stranger = await createSigningKeys(join(mkdtempSync(join(tmpdir(), 'stranger-')), 'keys.json'));
});
afterAll(() => testHub?.end());

const now = () => Math.floor(Date.now() / 1000);

/** Whatever is wrong with it, the whole request is refused, and no subgraph hears of it. */
function expectRefused({ status, codes, data, text }: Reply): void {
  expect([status, codes, data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
  expect(text).not.toContain('movement:');
}

describe("a caller's token at the gateway", () => {
  const claims = () => ({
    ...{ iss: 'london-scp-hub-development', aud: 'london-scp-hub', iat: now(), exp: now() + 600 },
    ...{ sub: 'social-worker-7', role: 'duty-team', ...LAMBETH, scope: 'movements:read' },
  });
  const header = () => ({ alg: 'EdDSA', kid: issuer[0].kid, typ: 'at+jwt' });
  const signed = (changes: object = {}, key = issuer[0].privateKey) =>
    new SignJWT({ ...claims(), ...changes }).setProtectedHeader(header()).sign(key);
  const ask = (token: string | null, headers: Record<string, string> = {}) =>
    send(testHub.hub.apiUrl, BODY, { ...WHY, ...(token !== null && bearer(token)), ...headers });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  /** The key that everybody may read, as the file has it. */
  const published = () =>
    (JSON.parse(readFileSync(join(testHub.hub.home, 'identity', 'issuer-jwks.json'), 'utf8')) as { keys: JsonWebKey[] })
      .keys[0]!;
  const symmetric = (secret: string | Buffer) => {
    const text = `${part({ ...header(), alg: 'HS256' })}.${part(claims())}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };

  it('answers when nothing is wrong with it: what follows is refused for one reason each', async () => {
    const { status, data, codes } = await ask(await signed());
    expect([status, codes, data.movements.edges.length]).toEqual([200, [], 1]);
  });

  it('is not needed for what is public, and without one nothing of a child is told', async () => {
    const { status, data, codes } = await ask(null);
    expect([status, codes, data]).toEqual([200, ['UNAUTHORIZED_FIELD_OR_TYPE'], { movements: null }]);
  });

  const attacks: [string, () => Promise<string> | string][] = [
    ['that has expired', () => signed({ iat: now() - 700, exp: now() - 31 })],
    ['that never expires', () => signed({ exp: undefined })],
    ['that is not valid yet', () => signed({ nbf: now() + 60 })],
    ['for another audience', () => signed({ aud: 'lambeth' })],
    ['of another issuer', () => signed({ iss: 'https://login.example' })],
    ['with alg: none', () => new UnsecuredJWT(claims()).encode()],
    ['with alg: none in the place of a signature', () => `${part({ ...header(), alg: 'none' })}.${part(claims())}.`],
    [
      'by HS256 with the public key as PEM for a secret',
      () => symmetric(createPublicKey({ key: published(), format: 'jwk' }).export({ type: 'spki', format: 'pem' })),
    ],
    [
      'by HS256 with the bytes of the public key for a secret',
      () => symmetric(Buffer.from(published().x!, 'base64url')),
    ],
    ['by HS256 with the published JWK for a secret', () => symmetric(JSON.stringify(published()))],
    ["by a stranger's key under the name of the issuer's", () => signed({}, stranger[0].privateKey)],
    [
      'whose claims were changed after it was signed',
      async () => (await signed()).replace(/\.[^.]+\./, `.${part({ ...claims(), sub: 'somebody-else' })}.`),
    ],
    [
      "that brings the stranger's key along",
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x: jwkOf(stranger).x! } })
          .sign(stranger[0].privateKey),
    ],
    [
      "that is the hub's own for a subgraph",
      () =>
        signGatewayToken(hub, requestIdentityOf('duty-team', { ...LAMBETH, purpose: 'CROSS_BOUNDARY_MOVEMENT' }), {
          subgraph: 'london-scp',
          body: BODY,
        }),
    ],
  ];
  it.each(attacks)('is refused, and the request with it, if it is one %s', async (_, token) => {
    const reply = await ask(await token());
    expectRefused(reply);
    expect(await subgraphsAsked(testHub, reply.requestId)).toEqual([]);
  });

  it('gives no scope that a header claims', async () => {
    const claimed = {
      ...{ scope: 'movements:read', 'x-scope': 'movements:read', 'x-scopes': 'movements:read', 'x-role': 'duty-team' },
      ...{ 'x-caller': JSON.stringify(claims()), 'x-hub': 'true', 'x-partnership': 'lambeth' },
    };
    for (const token of [null, await testHub.hub.token('analyst')]) {
      const { data, codes } = await ask(token, claimed);
      expect([data, codes]).toEqual([{ movements: null }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
    }
  });

  it('gives no scope that its role has not, though its issuer signed it', async () => {
    const { role, partnership, organisation } = {
      role: 'analyst',
      partnership: undefined,
      organisation: 'development',
    };
    const { data, codes } = await ask(await signed({ role, partnership, organisation, scope: 'movements:read' }));
    expect([data, codes]).toEqual([{ movements: null }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  });
});

describe('a gateway token at a subgraph', () => {
  const duty = requestIdentityOf('duty-team', { ...LAMBETH, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
  const gatewayToken = (to: Partial<SignedRequest> = {}, keys = hub) =>
    signGatewayToken(keys, duty, { subgraph: 'london-scp', body: BODY, ...to });
  const replay = (token: string, subgraph = 'london-scp', body = BODY) =>
    send(urlOf(testHub, subgraph), body, bearer(token));

  it('answers when it is for this subgraph and this operation', async () => {
    const { status, data, codes } = await replay(gatewayToken());
    expect([status, codes, data.movements.edges.length]).toEqual([200, [], 1]);
  });

  it('is refused if it was signed for another subgraph', async () => {
    for (const other of [...testHub.hub.subgraphs.keys()].filter((name) => name !== 'london-scp')) {
      expectRefused(await replay(gatewayToken({ subgraph: other })));
      const own = JSON.stringify({ query: '{ __typename }' });
      expect((await replay(gatewayToken({ subgraph: other, body: own }), other, own)).status).toBe(200);
      expectRefused(await replay(gatewayToken({ body: own }), other, own));
    }
  });

  it('is refused with another operation, and with other variables of the same', async () => {
    const query = 'query ($first: Int!) { movements(first: $first) { edges { node { id } } } }';
    const asked = JSON.stringify({ query, variables: { first: 1 } });
    expect((await replay(gatewayToken({ body: asked }), 'london-scp', asked)).status).toBe(200);
    expectRefused(await replay(gatewayToken({ body: asked })));
    expectRefused(
      await replay(gatewayToken({ body: asked }), 'london-scp', JSON.stringify({ query, variables: { first: 9 } })),
    );
    expectRefused(await replay(gatewayToken({ body: asked }), 'london-scp', `${asked} `));
  });

  it('is refused a minute later', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 61_000);
    const old = gatewayToken();
    clock.mockRestore();
    expectRefused(await replay(old));
  });

  it("is refused if a stranger signed it, or if it is a caller's own", async () => {
    expectRefused(await replay(gatewayToken({}, stranger)));
    expectRefused(await replay(gatewayToken({}, [{ ...stranger[0], kid: hub[0].kid }])));
    expectRefused(await replay(await testHub.hub.token('duty-team', LAMBETH)));
  });

  it('is all that says who asks: without one, headers that claim a scope give what is public', async () => {
    const claimed = { scope: 'movements:read', 'x-scope': 'movements:read', 'x-role': 'duty-team', 'x-hub': 'true' };
    const reply = await send(urlOf(testHub, 'london-scp'), BODY, { ...claimed, ...WHY });
    expect([reply.data, reply.codes]).toEqual([{ movements: null }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
    expect((await askDirectly(testHub, 'london-scp', null, '{ londonScp { __typename } }')).codes).toEqual([]);
  });
});

function jwkOf(keys: SigningKeys): JsonWebKey {
  return createPublicKey(keys[0].privateKey).export({ format: 'jwk' });
}
