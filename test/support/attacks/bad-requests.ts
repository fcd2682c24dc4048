import { gzipSync } from 'node:zlib';
import { request, type Dispatcher } from 'undici';

/** A request that is its sender's mistake, and how it must be answered. */
interface BadRequest {
  name: string;
  status: number;
  method?: Dispatcher.HttpMethod;
  /** @default '/graphql' */
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const json = (value: unknown) => JSON.stringify(value);
const QUERY = '{ __typename }';
const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

/** Bodies sent as JSON by POST. */
const bodies: [string, string | Buffer][] = [
  ['nothing', ''],
  ['a list of operations', json([{ query: QUERY }])],
  ['a list of nothing', '[]'],
  ['a number', '7'],
  ['a text', json(QUERY)],
  ['null', 'null'],
  ['true', 'true'],
  ['no query', json({ variables: {} })],
  ['an empty query', json({ query: '' })],
  ['a query of blanks', json({ query: ' \n' })],
  ['a query that is null', json({ query: null })],
  ['a query that is a number', json({ query: 7 })],
  ['a query that is a list', json({ query: [QUERY] })],
  ['a query that is an object', json({ query: { kind: 'Document', definitions: [] } })],
  ['a query that does not parse', json({ query: '{' })],
  ['a query of fragments alone', json({ query: 'fragment F on Query { __typename }' })],
  ['a query that defines a type', json({ query: 'type A { b: C }' })],
  ['variables that are a list', json({ query: QUERY, variables: [1] })],
  ['variables that are a text', json({ query: QUERY, variables: '{}' })],
  ['variables that are a number', json({ query: QUERY, variables: 7 })],
  ['variables that are false', json({ query: QUERY, variables: false })],
  ['an operationName that is a number', json({ query: QUERY, operationName: 7 })],
  ['an operationName that is a list', json({ query: QUERY, operationName: ['A'] })],
  ['an operationName of no operation', json({ query: `query A ${QUERY}`, operationName: 'B' })],
  ['two operations, and none named', json({ query: `query A ${QUERY} query B ${QUERY}` })],
  ['two operations of one name', json({ query: `query A ${QUERY} query A ${QUERY}`, operationName: 'A' })],
  ['extensions that are a text', json({ query: QUERY, extensions: 'x' })],
  ['extensions that are a list', json({ query: QUERY, extensions: [] })],
  ['a subscription', json({ query: 'subscription { x }' })],
  ['a subscription of what every schema has', json({ query: 'subscription { __typename }' })],
  ['a subscription beside a query', json({ query: `query A ${QUERY} subscription B { x }`, operationName: 'B' })],
  ['JSON that is cut off', '{"query":"{ __typename'],
  ['JSON with a comma too many', '{"query":"{ __typename }",}'],
  ['JSON with a control character', '{"query":"{ __typename\u0000 }"}'],
  ['JSON with __proto__', '{"query":"{ __typename }","__proto__":{"a":1}}'],
  ['JSON with a constructor', '{"query":"{ __typename }","constructor":{"prototype":{"a":1}}}'],
  ['JSON with __proto__ in the variables', '{"query":"{ __typename }","variables":{"a":{"__proto__":{"b":1}}}}'],
  ['JSON that is nested too deep', deep('[', ']', 200_000)],
  ['variables that are nested too deep', `{"query":"{ __typename }","variables":{"a":${deep('[', ']', 200_000)}}}`],
  [
    'variables that are objects too deep',
    `{"query":"{ __typename }","variables":{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}}`,
  ],
  ['a query that is nested too deep', json({ query: deep('{a', '}', 20_000) })],
  ['a list in a query that is nested too deep', json({ query: `{ a(b: ${deep('[', ']', 7_000)}) }` })],
  ['NUL in a variable', '{"query":"{ __typename }","variables":{"a":"\\u0000"}}'],
  ['half of a surrogate pair in a variable', '{"query":"{ __typename }","variables":{"a":"\\ud800"}}'],
  ['NUL in a text of the query', json({ query: '{ __typename @include(if: "\\u0000") }' })],
  ['a number beyond all bounds', '{"query":"query ($n: Int) { __typename @include(if: $n) }","variables":{"n":1e400}}'],
  ['a variable of a type that is not there', json({ query: 'query ($n: Nothing) { __typename }' })],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['UTF-16', Buffer.from(json({ query: QUERY }), 'utf16le')],
];

const get = (parameters: string) => ({
  method: 'GET' as const,
  path: `/graphql?${parameters}`,
  headers: { 'apollo-require-preflight': '1' },
});
const asJson = { 'content-type': 'application/json' };
const good = json({ query: QUERY });

const others: BadRequest[] = [
  { name: 'a compressed body', status: 415, headers: { ...asJson, 'content-encoding': 'gzip' }, body: gzipSync(good) },
  { name: 'an unknown encoding', status: 415, headers: { ...asJson, 'content-encoding': 'br, x' }, body: good },
  {
    name: 'UTF-16 that says so',
    status: 415,
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: good,
  },
  {
    name: 'Latin-1 that says so',
    status: 415,
    headers: { 'content-type': 'application/json;charset="latin1"' },
    body: good,
  },
  { name: 'plain text', status: 415, headers: { 'content-type': 'text/plain' }, body: good },
  {
    name: 'a form',
    status: 415,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${QUERY}`,
  },
  { name: 'GraphQL as it is', status: 415, headers: { 'content-type': 'application/graphql' }, body: QUERY },
  { name: 'a content type that is none', status: 415, headers: { 'content-type': '/' }, body: good },
  { name: 'no content type', status: 415, headers: {}, body: good },
  // Clients that can persist queries know this answer, and ask again without.
  { name: 'a persisted query', status: 200, headers: asJson, body: json({ extensions: { persistedQuery: 'x' } }) },
  { name: 'a body of no path', status: 404, path: '/nothing', headers: asJson, body: good },
  { name: 'no body', status: 400, headers: asJson },
  { name: 'PUT', status: 404, method: 'PUT', headers: asJson, body: good },
  { name: 'DELETE', status: 404, method: 'DELETE' },
  { name: 'OPTIONS', status: 404, method: 'OPTIONS' },
  { name: 'TRACE', status: 404, method: 'TRACE' },
  { name: 'a path that is not text', status: 400, method: 'GET', path: '/%E0%A4%A' },
  { name: 'a path with NUL', status: 404, method: 'GET', path: '/%00' },
  { name: 'an answer that nobody makes', status: 406, headers: { ...asJson, accept: 'image/png' }, body: good },
];

/** Those of GET, which the gateway takes and a subgraph does not. */
const gets: BadRequest[] = [
  { name: 'GET of nothing', status: 400, ...get('') },
  { name: 'GET of two queries', status: 400, ...get('query={a}&query={b}') },
  { name: 'GET with variables that are no JSON', status: 400, ...get('query={__typename}&variables={') },
  { name: 'GET with variables that are a list', status: 400, ...get('query={__typename}&variables=[]') },
  { name: 'GET with NUL in a variable', status: 400, ...get('query={__typename}&variables={"a":"\\u0000"}') },
  { name: 'GET with bad percent-encoding', status: 400, ...get('query=%E0%A4%A') },
  { name: 'GET of a subscription', status: 400, ...get('query=subscription{__typename}') },
  { name: 'GET of a mutation', status: 400, ...get('query=mutation{__typename}') },
];

/** Requests of every kind of mistake. */
export function badRequests(door: 'gateway' | 'subgraph'): BadRequest[] {
  const posted = bodies.map(([name, body]) => ({ name, status: 400, headers: asJson, body }));
  return [...posted, ...others, ...(door === 'gateway' ? gets : [])];
}

/** What is wrong with the answer to a bad request; nothing where it is a refusal with a code, in the shape of GraphQL. */
export async function wrongIn(origin: string, bad: BadRequest): Promise<string | null> {
  const { method = 'POST', path = '/graphql', headers = {}, body } = bad;
  const answer = await request(origin + encodeURI(path).replaceAll('%25', '%'), {
    method,
    headers,
    body: body ?? null,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== bad.status) return `HTTP ${answer.statusCode} ${text.slice(0, 200)}`;
  try {
    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
    const isGood =
      errors.length > 0 && errors.every(({ message, extensions }) => message && /^[A-Z_]+$/.test(extensions.code));
    return isGood ? null : text;
  } catch {
    return `no JSON: ${text}`;
  }
}
