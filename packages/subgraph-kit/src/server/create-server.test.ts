import { AuditLog } from '@hub/audit';
import { HUB_VERSION } from '@hub/http';
import { minuteLimits } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { buildFederatedSchema } from '../build-federated-schema';
import type { CursorKeys } from '../cursors/cursor-signature';
import { london } from '../../testing/toy-subgraph';
import { createServer } from './create-server';

let app: FastifyInstance;
let lines: string[];
const query = jest.fn();

beforeAll(async () => {
  const { schema, sdl } = await buildFederatedSchema(london);
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const dataSource = { query } as unknown as DataSource;
  const audit = new AuditLog(query, 'london');
  const parts = {
    doors: { hub: null, home: null },
    audit,
    pseudonyms: null,
    cursorKeys: [Buffer.alloc(32)] as CursorKeys,
    env: {},
    maxBodyBytes: 2048,
    operationTimeoutMs: 5000,
    minuteLimits: minuteLimits(1),
  };
  app = await createServer({ name: 'london', schema, sdl, ownApi: null, explored: null, dataSource, logger, ...parts });
});
beforeEach(() => {
  lines = [];
  query.mockReset().mockResolvedValue([{ '?column?': 1 }]);
});
afterAll(() => app.close());

const post = (payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload });

describe('health', () => {
  test('is live without asking the database', async () => {
    const { statusCode, body } = await app.inject('/health/live');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'live', version: HUB_VERSION }]);
    expect(query).not.toHaveBeenCalled();
  });

  test('is ready when the database answers', async () => {
    const { statusCode, body } = await app.inject('/health/ready');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ready', subgraph: 'london', database: 'up' }]);
  });

  test('is not ready when the database refuses', async () => {
    query.mockRejectedValue(new Error('down'));
    const { statusCode, body } = await app.inject('/health/ready');
    expect([statusCode, JSON.parse(body)]).toEqual([
      503,
      { status: 'unavailable', subgraph: 'london', database: 'down' },
    ]);
  });

  test('is not ready when the database hangs, and asks it once', async () => {
    let wake = () => {};
    query.mockReturnValue(new Promise((resolve) => (wake = () => resolve([]))));
    const answers = await Promise.all([app.inject('/health/ready'), app.inject('/health/ready')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503]);
    expect(query).toHaveBeenCalledTimes(1);
    wake();
  });
});

describe('POST /graphql', () => {
  test('answers, and logs the name of the operation but nothing of its text', async () => {
    const response = await post({ query: 'query Everyone { partnerships { id } }' });
    expect(response.json()).toEqual({ data: { partnerships: [{ id: 'havering' }, { id: 'lambeth' }] } });
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        operation: 'Everyone',
        requestId: response.headers['x-request-id'],
        durationMs: expect.any(Number),
        errors: 0,
      }),
    ]);
    expect(lines.join()).not.toContain('partnerships');
  });

  test('gives each request an id of its own, whatever id the caller sends', async () => {
    const given = { 'x-request-id': 'abc-12345' };
    const [first, second] = [await post({ query: '{ __typename }' }, given), await post('{', given)];
    for (const { headers } of [first, second]) expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
  });

  test('logs of a name of 900 kB, of an id and of names in an answer no more than anybody reads', async () => {
    lines.length = 0;
    const name = 'A'.repeat(1500);
    const query = `query ${name} { ${name}: fails(how: "by chance") }`;
    await post({ query: query.slice(0, 2000) });
    await post({ query: '{ a: __typename }', operationName: `\0\u202e${name}` }, { 'x-request-id': name });
    await post({ query: `query ${'B'.repeat(1000)} { ${'b'.repeat(900)}: fails(how: "by chance") }` });
    for (const line of lines) {
      expect(line.length).toBeLessThan(4000);
      const { operation, path } = JSON.parse(line);
      expect([...(operation ?? '')].length).toBeLessThanOrEqual(100);
      expect(JSON.stringify([operation, path])).not.toMatch(/\\u0000|\u202e/);
    }
    expect(lines.length).toBeGreaterThan(2);
  });

  test('masks an unexpected error and logs it under the request id', async () => {
    const payload = { query: 'query Q($how: String!) { fails(how: $how) }', variables: { how: 'by chance' } };
    const response = await post(payload);
    const requestId = response.headers['x-request-id'];
    expect(response.json()).toEqual({
      data: { fails: null },
      errors: [
        {
          message: `The london subgraph failed. Quote request ${String(requestId)}.`,
          locations: [{ line: 1, column: 26 }],
          path: ['fails'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    const logged = lines.map((line) => JSON.parse(line)).find(({ error }) => error);
    expect(logged).toMatchObject({
      operation: 'Q',
      requestId,
      path: ['fails'],
      error: { type: 'Error', message: 'secret detail' },
    });
    expect(lines.join()).not.toContain('by chance');
  });

  test('lets a deliberate error through', async () => {
    const { errors } = (await post({ query: '{ fails(how: "deliberately") }' })).json();
    expect(errors).toEqual([expect.objectContaining({ message: 'You may not.', extensions: { code: 'FORBIDDEN' } })]);
  });

  test('lets a validation error through', async () => {
    const { errors } = (await post({ query: '{ nothing }' })).json();
    expect(errors[0].extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('lets the error of a bad variable through', async () => {
    const { errors } = (
      await post({ query: 'query ($how: String!) { fails(how: $how) }', variables: { how: 1 } })
    ).json();
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test.each([
    ['PAYLOAD_TOO_LARGE', 413, { query: `{ __typename } #${'x'.repeat(3000)}` }, {}],
    ['BAD_REQUEST', 400, '{', {}],
    ['UNSUPPORTED_MEDIA_TYPE', 415, 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('answers %s in the shape of a GraphQL error', async (code, status, payload, headers) => {
    const response = await post(payload, headers);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
  });

  test('answers GET with 404', async () => {
    const response = await app.inject('/graphql?query={__typename}');
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});
