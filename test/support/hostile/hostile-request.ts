import { gzipSync } from 'node:zlib';
import { PURPOSES } from '@hub/access';
import { damaged } from './damage';
import type { Draw } from './draw';
import { HOSTILE_TEXTS } from './hostile-values';
import type { OperationWriter, WrittenOperation } from './operation-writer';

/** One request, as it goes over the wire. */
export interface HostileRequest {
  /** What is hostile about it. */
  kind: 'operation' | 'damaged' | 'http' | 'bytes';
  /** The GraphQL document that it holds, or would hold; null where there is none. */
  document: string | null;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * Of 100: 86 operations by the grammar, 6 damaged ones, 6 of hostile HTTP and 2 that are hardly HTTP.
 *
 * @param purposes - what whoever asks may ask for; null or none for who may not
 */
export function hostileRequest(
  writer: OperationWriter,
  draw: Draw,
  purposes: readonly string[] | null = null,
): HostileRequest {
  const operation = writer.next();
  if (draw.chance(0.86)) return posted('operation', operation, draw, purposes);
  if (draw.chance(0.43))
    return posted('damaged', { ...operation, query: damaged(operation.query, draw) }, draw, purposes);
  const usual = posted('http', operation, draw, purposes);
  if (draw.chance(0.75)) return draw.of(BY_HTTP)(usual, operation, draw);
  return { ...usual, kind: 'bytes', body: draw.of(BYTES)(usual, draw) };
}

function posted(
  kind: HostileRequest['kind'],
  operation: WrittenOperation,
  draw: Draw,
  purposes: readonly string[] | null,
): HostileRequest {
  const body = JSON.stringify({ ...operation, ...(draw.chance(0.03) && { operationName: draw.of(HOSTILE_TEXTS) }) });
  const headers = { ...JSON_TYPE, ...declaration(draw, purposes), ...(draw.chance(0.05) && odd(draw)) };
  return { kind, document: operation.query, method: 'POST', path: '/graphql', headers, body };
}

/** What is declared with a request: mostly what opens the data of children, so that what lies behind is reached too. */
function declaration(draw: Draw, purposes: readonly string[] | null): Record<string, string> {
  if (draw.chance(0.15)) return {};
  const own = purposes && purposes.length > 0 && draw.chance(0.85);
  const purpose = draw.of(own ? purposes : [...Object.keys(PURPOSES), 'CURIOSITY']);
  return { 'x-purpose': purpose, 'x-reason': draw.chance(0.9) ? 'So that a test can look.' : headerText(draw) };
}

function odd(draw: Draw): Record<string, string> {
  const name = draw.of([
    ...[
      'x-request-id',
      'x-forwarded-for',
      'x-forwarded-host',
      'forwarded',
      'cookie',
      'accept',
      'accept-encoding',
      'origin',
    ],
    ...['traceparent', 'x-http-method-override', 'apollo-query-plan-experimental', 'apollo-federation-include-trace'],
    ...['range', 'if-match', 'x-purpose', 'authorization', 'content-encoding', 'constructor'],
  ]);
  return {
    [name]: draw.of([headerText(draw), 'ftv1', '*', 'null', 'Bearer', 'Bearer a.b.c', 'x'.repeat(9_000), '127.0.0.1']),
  };
}

/** Node lets no control character into a header; those go as bytes. */
function headerText(draw: Draw): string {
  return Buffer.from(draw.of(HOSTILE_TEXTS).slice(0, 500))
    .toString('latin1')
    .replace(/[\u0000-\u001f\u007f]/g, '');
}

const withBody = (usual: HostileRequest, body: string | Buffer, headers: Record<string, string> = {}) => {
  return { ...usual, document: null, body, headers: { ...usual.headers, ...headers } };
};

/** What HTTP allows, and a hub may not expect. */
const BY_HTTP: readonly ((usual: HostileRequest, operation: WrittenOperation, draw: Draw) => HostileRequest)[] = [
  (usual, { query }, draw) => {
    const path = `/graphql?query=${encodeURIComponent(Buffer.from(query.slice(0, 6_000)).toString())}&variables=${draw.of(['{}', '[', '', 'null', '1'])}`;
    return {
      ...usual,
      method: 'GET',
      path,
      body: null,
      headers: draw.of([{}, JSON_TYPE, { 'apollo-require-preflight': '1' }]),
    };
  },
  (usual, _, draw) => ({
    ...usual,
    method: draw.of(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']),
    body: null,
  }),
  (usual, _, draw) => {
    const type = draw.of([
      ...['text/plain', 'application/graphql', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'],
      ...[
        'application/json; charset=utf-16',
        'application/json; charset=\u00ff',
        'application/jsonp',
        'json',
        '*/*',
        '',
      ],
    ]);
    return { ...usual, headers: { ...usual.headers, 'content-type': type } };
  },
  (usual, _, draw) =>
    withBody(usual, gzipSync(usual.body!), { 'content-encoding': draw.of(['gzip', 'deflate', 'br', 'x']) }),
  (usual) => withBody(usual, usual.body!.slice(0, -20)),
  (usual) => withBody(usual, `[${usual.body!.toString()},${usual.body!.toString()}]`),
  (usual, _, draw) =>
    withBody(
      usual,
      draw.of([
        '',
        'null',
        '1',
        '""',
        '[]',
        '{}',
        '{"query":1}',
        '{"query":{}}',
        '{"query":""}',
        '{"query":null}',
        'NaN',
        '\ufeff{}',
      ]),
    ),
  (usual, _, draw) =>
    withBody(
      usual,
      `{"query":"{ __typename }","variables":${draw.of(['[]', '1', '"x"', '[[[]]]', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}'])}}`,
    ),
  (usual, _, draw) =>
    withBody(
      usual,
      `{"query":"{ __typename }","operationName":${draw.of(['1', '[]', '{}', 'true', '""', '"\\ud800"'])}}`,
    ),
  (usual, _, draw) =>
    withBody(
      usual,
      `{"query":"{ __typename }","extensions":${draw.of(['1', '[]', '{"persistedQuery":{"version":1,"sha256Hash":"x"}}', '{"persistedQuery":[]}'])}}`,
    ),
  (usual, _, draw) => {
    const depth = draw.of([100, 10_000, 100_000]);
    return withBody(usual, `{"query":"{ __typename }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`);
  },
  (usual) =>
    withBody(
      usual,
      Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"}')]),
    ),
  (usual, { query }, draw) =>
    withBody(usual, JSON.stringify({ query: `${query} #${'x'.repeat(draw.of([100_000, 900_000, 1_100_000]))}` })),
  (usual, { query }, draw) => ({
    ...usual,
    body: JSON.stringify({ query, operationName: 'O'.repeat(draw.of([1_000, 100_000, 500_000])) }),
  }),
  (usual, _, draw) => {
    const path = draw.of([
      ...[
        '/graphql/',
        '//graphql',
        '/graphql%00',
        '/graphql/../health',
        '/GRAPHQL',
        '/graphql?',
        '/graphql#x',
        '/%',
        '/%c0%ae',
        '/graphql;x=1',
      ],
      ...[
        '/health',
        '/health/live',
        '/explorer',
        '/explorer/token',
        '/explorer/roles.json',
        '/explorer/../../package.json',
        '/explorer/%2e%2e/%2e%2e/package.json',
      ],
      ...['/.well-known/jwks.json', '/favicon.ico', '/__proto__', `/${'a'.repeat(9_000)}`],
    ]);
    return { ...usual, method: draw.of(['GET', 'POST']), path, body: null, headers: {} };
  },
  (usual, _, draw) => ({ ...usual, method: draw.of(['HEAD', 'POST', 'PUT']), path: '/feed', body: null }),
];

/** What is hardly HTTP, to the byte. */
const BYTES: readonly ((usual: HostileRequest, draw: Draw) => Buffer)[] = [
  (_, draw) => Buffer.from(Array.from({ length: draw.below(3_000) }, () => draw.below(256))),
  () =>
    Buffer.from(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
  () =>
    Buffer.from(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
    ),
  () =>
    Buffer.from(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query":',
    ),
  () => Buffer.from('GET /graphql HTTP/9.9\r\nhost: x\r\n\r\n'),
  () => Buffer.from('GET /graphql HTTP/1.1\r\n\r\n'),
  () => Buffer.from('BREW /graphql HTTP/1.1\r\nhost: x\r\n\r\n'),
  () => Buffer.from('CONNECT example.org:443 HTTP/1.1\r\nhost: x\r\n\r\n'),
  () =>
    Buffer.from(
      'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: eA==\r\n\r\n',
    ),
  () => Buffer.from('POST /graphql HTTP/1.1\r\nhost: x\r\nexpect: nothing\r\ncontent-length: 0\r\n\r\n'),
  () => Buffer.from(`GET /graphql HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`),
  (_, draw) => Buffer.from(`GET /graphql HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(draw.of([500, 3_000]))}\r\n`),
  ({ body }, draw) => {
    const reason = draw.of(['a\u0000b', 'a\u0001b', '\ud800', 'é', 'a\r\n b', '']);
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\nx-purpose: AUDIT\r\nx-reason: ${reason}\r\n`;
    return Buffer.concat([
      Buffer.from(`${head}content-length: ${Buffer.byteLength(body!)}\r\n\r\n`),
      Buffer.from(body!),
    ]);
  },
];
