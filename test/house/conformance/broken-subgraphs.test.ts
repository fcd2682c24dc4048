import { CHECKS, runChecks, Subject } from '@hub/conformance';
import { makeHubKeyFiles, startVariation, type HubKeyFiles } from '../../support/small-subgraphs';

/** By the code of a check: a text of the subgraph in JavaScript, and what in its place breaks this and nothing else. */
const BREAKS: Readonly<Record<string, readonly [own: string, other: string]>> = {
  HEALTH_LIVE: [
    "if (address === 'GET /health/live') return",
    "if (address === 'GET /health/live') request.destroy();\n    if (address === 'GET /health/live') return",
  ],
  HEALTH_READY: ['GET /health/ready', 'GET /health/elsewhere'],
  SDL_SERVED: ['return { sdl: SDL };', "return { sdl: '' };"],
  SDL_FOR_HUB_ALONE: ['if (!isHub) throw', 'if (false) throw'],
  NO_OTHER_ROOT_FIELDS: [
    "const SDL = read('schema.graphql');",
    'const SDL = `${read(\'schema.graphql\')}extend type Query { motto: String @tag(name: "public") }`;',
  ],
  ENTITY_ANSWERED: ['id === NAME', "id === 'somebody-else'"],
  UNKNOWN_ENTITY_NULL: ['? partnership : null', "? partnership : refusal('Unknown.', 'NOT_FOUND')"],
  ENTITIES_IN_ORDER: ['representations.map(entityOf)', 'representations.map(entityOf).reverse()'],
  BAD_REFERENCES_HARMLESS: ['result.data === undefined ? 400 : 200', 'result.data === undefined ? 500 : 200'],
  THOUSAND_ENTITIES: ['representations.map(entityOf)', 'representations.slice(0, 100).map(entityOf)'],
  TOKEN_AUDIENCE: ['if (claims.aud !== NAME) throw new TokenRefused();', ''],
  TOKEN_ISSUER: ["if (claims.iss !== 'london-scp-hub') throw new TokenRefused();", ''],
  TOKEN_EXPIRED: ['if (!(claims.exp > now)) throw new TokenRefused();', ''],
  TOKEN_LIFETIME: ['if (!(claims.exp - claims.iat <= 60)) throw new TokenRefused();', ''],
  TOKEN_BODY: [
    "if (claims.op !== createHash('sha256').update(body).digest('base64url')) throw new TokenRefused();",
    '',
  ],
  TOKEN_SIGNATURE: ['if (!isSigned) throw new TokenRefused();', ''],
  TOKEN_HEADER: ['if (!isGatewayToken) throw new TokenRefused();', ''],
  AGREED_KEY: [
    "'cache-control': 'no-store'",
    "'cache-control': 'no-store', 'hub-gateway-key': Buffer.alloc(32, 1).toString('base64url')",
  ],
  PUBLIC_WITHOUT_TOKEN: [
    'return { isHub: false, scopes: new Set() };',
    "return { isHub: false, scopes: new Set(['governance:read']) };",
  ],
  SCOPES_CHECKED: ["new Set((claims.scope ?? '').split(' '))", "new Set(['governance:read'])"],
  PAGE_SIZE_BOUNDED: ['if (first > MAX_PAGE) throw', 'if (false) throw'],
  NEGATIVE_PAGE_REFUSED: ['if (first < 1) throw', 'if (false) throw'],
  FORGED_CURSOR_REFUSED: ['if (!sameText(mac, macOf(place))) throw', 'if (false) throw'],
  IDS_GLOBAL: ['`${name}:meeting:${150 - index}`', '`meeting:${150 - index}`'],
  BAD_REQUESTS_REFUSED: [
    "if (typeof operation?.query !== 'string') throw new BadRequest();",
    "if (typeof operation?.query !== 'string') return { query: '{ __typename }' };",
  ],
  ANSWERS_ARE_JSON: ["'content-type': 'application/json'", "'content-type': 'text/html'"],
  ERRORS_TELL_NOTHING: [
    "errorsOf('There is nothing here. Send operations to POST /graphql.'",
    'errorsOf(new Error().stack',
  ],
  BODY_LIMITED: ['if (size > MAX_BODY_BYTES) throw new TooLarge();', ''],
  DEADLINE_HARMLESS: [
    'const body = await bodyOf(request);',
    "const body = await bodyOf(request);\n  if (request.headers['x-deadline-ms'] !== undefined) throw new Error('late');",
  ],
};

let hub: HubKeyFiles;
beforeAll(async () => void (hub = await makeHubKeyFiles()));
afterAll(() => hub?.remove());

it('each check has a subgraph that it finds out', () => {
  expect(Object.keys(BREAKS).sort()).toEqual(CHECKS.map(({ code }) => code).sort());
});

it.each(CHECKS)('a subgraph that breaks $code is found out by that check and no other', async ({ code }) => {
  const [own, other] = BREAKS[code]!;
  const subgraph = await startVariation(hub.jwks, own, other);
  try {
    const results = await runChecks(new Subject(subgraph.url, 'newham', hub.keys), CHECKS);
    const failed = results.flatMap(({ check, outcome }) =>
      outcome.kind === 'failed' ? [{ code: check.code, problem: outcome.problem }] : [],
    );
    expect(failed).toEqual([{ code, problem: expect.any(String) }]);
  } finally {
    await subgraph.close();
  }
});
