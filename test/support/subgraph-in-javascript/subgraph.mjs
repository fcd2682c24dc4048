/**
 * The subgraph of a partnership called Newham, in plain JavaScript: Node.js 20 and the package `graphql`, and nothing else.
 * A start for a system of your own. `hub conformance` checks what is written here; docs/guides/partnership-developer.md says why.
 *
 *   HUB_JWKS=<path or URL of the hub's public keys> PORT=4105 node subgraph.mjs
 */
import { createHash, createHmac, createPublicKey, randomBytes, timingSafeEqual, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import {
  buildSchema,
  execute,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

/** Its id in the hub's directory, and the audience of the tokens that the gateway makes for it. */
const NAME = 'newham';
const MAX_BODY_BYTES = 1_048_576;
const MAX_PAGE = 100;

/**
 * What it publishes. To compose with the others, the types of the contract must be whole: this is an excerpt of
 * docs/reference/schema. No root field is among it.
 */
const SDL = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@requiresScopes", "@shareable", "@tag"])

type NewhamPartnership implements LocalPartnership & HoldsMeetings & FillsSeats @key(fields: "id") {
  id: ID! @tag(name: "public")
  bodies: [Body!] @listSize(assumedSize: 8) @tag(name: "public")
  meetings(first: Int!, after: String): MeetingConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) @tag(name: "public")
  vacancies(on: Date): [Vacancy!] @listSize(assumedSize: 5) @requiresScopes(scopes: [["governance:read"]])
}
interface LocalPartnership { id: ID! @tag(name: "public") bodies: [Body!] @tag(name: "public") }
interface HoldsMeetings { id: ID! @tag(name: "public") meetings(first: Int!, after: String): MeetingConnection @tag(name: "public") }
interface FillsSeats { id: ID! @tag(name: "public") vacancies(on: Date): [Vacancy!] @requiresScopes(scopes: [["governance:read"]]) }
type Body @shareable @tag(name: "public") { id: ID! name: String! }
type Meeting @shareable @tag(name: "public") { id: ID! heldOn: Date! isSynthetic: Boolean! }
type MeetingConnection @shareable @tag(name: "public") { edges: [MeetingEdge!]! pageInfo: PageInfo! }
type MeetingEdge @shareable @tag(name: "public") { cursor: String! node: Meeting! }
type PageInfo @shareable @tag(name: "public") { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Vacancy @shareable @requiresScopes(scopes: [["governance:read"]]) { body: Body! filled: Int! }
scalar Date
`;

/** What federation asks by. */
const FEDERATION = `
type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
type _Service { sdl: String! }
union _Entity = NewhamPartnership
scalar _Any
`;

// Of federation's directives only the router makes use, so they need not be defined here.
const schema = buildSchema(SDL + FEDERATION, { assumeValidSDL: true });

// --- What it knows. Yours comes from your database.

const executive = { id: `${NAME}:body:executive`, name: 'Newham Safeguarding Executive' };
// The latest first. Every id of the graph belongs to one thing, so it begins with the partnership and its kind.
const meetings = Array.from({ length: 150 }, (_, index) => ({
  id: `${NAME}:meeting:${150 - index}`,
  heldOn: new Date(Date.UTC(2026, 8, 1 - 7 * index)).toISOString().slice(0, 10),
  isSynthetic: true,
}));

const partnership = {
  __typename: 'NewhamPartnership',
  id: NAME,
  bodies: [executive],
  meetings: (args) => pageOf(meetings, args),
  vacancies: (_args, { scopes }) => {
    mustHave(scopes, 'governance:read');
    return [{ body: executive, filled: 2 }];
  },
};

/** One answer for each reference, in their order: the thing itself, or null for what is not known here. */
const entityOf = ({ __typename, id }) => (__typename === 'NewhamPartnership' && id === NAME ? partnership : null);

const root = {
  _service: (_args, { isHub }) => {
    if (!isHub) throw refusal('The schema is for the hub alone.', 'UNAUTHORIZED_FIELD_OR_TYPE');
    return { sdl: SDL };
  },
  _entities: ({ representations }) => representations.map(entityOf),
};

function mustHave(scopes, scope) {
  if (!scopes.has(scope)) throw refusal(`This needs the scope ${scope}.`, 'UNAUTHORIZED_FIELD_OR_TYPE');
}

const refusal = (message, code) => new GraphQLError(message, { extensions: { code } });

// --- Pages. A cursor is signed, so that nobody can begin a page at a place that no page has shown.

// Of this process alone. Where several answer, or cursors shall outlive a restart, keep it in your database.
const CURSOR_SECRET = randomBytes(32);
const macOf = (place) => createHmac('sha256', CURSOR_SECRET).update(place).digest('base64url').slice(0, 22);
const cursorOf = (place) => `${place}.${macOf(String(place))}`;

function placeOf(cursor) {
  const [place, mac = ''] = cursor.split('.');
  if (!sameText(mac, macOf(place))) throw refusal('after must be an endCursor of this list.', 'BAD_USER_INPUT');
  return Number(place);
}

function pageOf(items, { first, after }) {
  if (first > MAX_PAGE) throw refusal(`first must be at most ${MAX_PAGE}.`, 'BAD_USER_INPUT');
  if (first < 1) throw refusal('first must be at least 1.', 'BAD_USER_INPUT');
  const start = after ? placeOf(after) : 0;
  const edges = items.slice(start, start + first).map((node, index) => ({ node, cursor: cursorOf(start + index + 1) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: start + first < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

// --- Who asks. Without a token it is nobody, who sees what is public; a token that is not good is answered with 401.

class TokenRefused extends Error {}

async function identityOf(authorization, body) {
  if (authorization === undefined) return { isHub: false, scopes: new Set() };
  const [header, payload, signature, ...more] = authorization.replace(/^Bearer /, '').split('.');
  if (!signature || more.length > 0) throw new TokenRefused();
  const { alg, typ, kid, ...others } = decoded(header);
  const isGatewayToken = alg === 'EdDSA' && typ === 'hub-gateway+jwt' && Object.keys(others).length === 0;
  if (!isGatewayToken) throw new TokenRefused();
  const isSigned = await hasSigned(kid, `${header}.${payload}`, signature);
  if (!isSigned) throw new TokenRefused();
  const claims = decoded(payload);
  const now = Date.now() / 1000;
  if (claims.iss !== 'london-scp-hub') throw new TokenRefused();
  if (claims.aud !== NAME) throw new TokenRefused();
  if (!(claims.exp > now)) throw new TokenRefused();
  if (!(claims.exp - claims.iat <= 60)) throw new TokenRefused();
  // The token is for these bytes and no others.
  if (claims.op !== createHash('sha256').update(body).digest('base64url')) throw new TokenRefused();
  return { isHub: claims.hub === true, scopes: new Set((claims.scope ?? '').split(' ')) };
}

function decoded(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new TokenRefused();
  }
}

async function hasSigned(kid, text, signature) {
  // Read anew each time, so that a key that is no longer published is worth nothing. Keep them for a few minutes if you like.
  const { keys } = await hubKeys();
  const key = keys.find((one) => one.kid === kid && one.kty === 'OKP' && one.crv === 'Ed25519');
  if (!key) return false;
  return verify(null, Buffer.from(text), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
}

async function hubKeys() {
  const { HUB_JWKS } = process.env;
  if (!HUB_JWKS) throw new Error('HUB_JWKS is not set: give the path or the URL of the hub’s public keys.');
  return /^https?:/.test(HUB_JWKS) ? (await fetch(HUB_JWKS)).json() : JSON.parse(await readFile(HUB_JWKS, 'utf8'));
}

function sameText(one, other) {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

// --- GraphQL over HTTP.

async function answerGraphQL(request) {
  const body = await bodyOf(request);
  const identity = await identityOf(request.headers.authorization, body);
  const { query, variables, operationName } = operationIn(body);
  let document;
  try {
    document = parse(query, { maxTokens: 15_000 });
  } catch (error) {
    return [400, { errors: [error] }];
  }
  // Nobody reads the schema by introspection: the hub asks for _service.
  const wrong = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule], { maxErrors: 10 });
  if (wrong.length > 0) return [400, { errors: wrong }];
  const result = await execute({
    ...{ schema, document, rootValue: root, contextValue: identity },
    ...{ variableValues: variables, operationName },
  });
  return [result.data === undefined ? 400 : 200, { ...result, errors: result.errors?.map(forTheCaller) }];
}

/** What a resolver threw on purpose, and what GraphQL says of the operation, is for the caller. All else is for your log. */
function forTheCaller(error) {
  if (!error.originalError || error.originalError instanceof GraphQLError) return error;
  process.stderr.write(`${error.originalError.stack}\n`);
  return { message: 'Newham failed.', path: error.path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

class BadRequest extends Error {}
class TooLarge extends Error {}

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  // Not torn down where it is too large: then the answer could not be sent.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function operationIn(body) {
  let operation;
  try {
    operation = JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequest();
  }
  if (typeof operation?.query !== 'string') throw new BadRequest();
  if (typeof (operation.variables ?? {}) !== 'object') throw new BadRequest();
  return operation;
}

const errorsOf = (message, code) => ({ errors: [{ message, extensions: { code } }] });

async function answer(request) {
  const address = `${request.method} ${request.url}`;
  try {
    if (address === 'POST /graphql') return await answerGraphQL(request);
    if (address === 'GET /health/live') return [200, { status: 'live' }];
    // Ask your database here: the hub sends nobody to a subgraph that is not ready.
    if (address === 'GET /health/ready') return [200, { status: 'ready' }];
    return [404, errorsOf('There is nothing here. Send operations to POST /graphql.', 'NOT_FOUND')];
  } catch (error) {
    if (error instanceof TokenRefused) return [401, errorsOf('The token is not good here.', 'UNAUTHENTICATED')];
    if (error instanceof TooLarge) return [413, errorsOf('The body is too large.', 'PAYLOAD_TOO_LARGE')];
    if (error instanceof BadRequest) return [400, errorsOf('The body is not an operation as JSON.', 'BAD_REQUEST')];
    process.stderr.write(`${error.stack}\n`);
    return [500, errorsOf('Newham failed.', 'INTERNAL_SERVER_ERROR')];
  }
}

const server = createServer(async (request, response) => {
  const [status, body] = await answer(request);
  // The rest of a body that is too large is not read: the connection ends.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 4105), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}/graphql\n`);
});
