import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSigningKeys,
  keySource,
  publicJwks,
  signGatewayToken,
  type RequestIdentity,
  type SigningKeys,
} from '@hub/access';
import { AuditLog } from '@hub/audit';
import { minuteLimits } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import type { CursorKeys } from '../cursors/cursor-signature';
import { buildFederatedSchema } from '../build-federated-schema';
import { batches, london } from '../../testing/toy-subgraph';
import { createServer } from '../server/create-server';
import { PortLimits } from './port-limits';

let folder: string;
let keys: SigningKeys;
const open: FastifyInstance[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-port-'));
  keys = await createSigningKeys(join(folder, 'keys.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
});
beforeEach(() => void (batches.length = 0));
afterAll(async () => {
  await Promise.all(open.map((app) => app.close()));
  rmSync(folder, { recursive: true });
});

/** A subgraph's port. */
async function portWith(limits = {}) {
  const { schema, sdl } = await buildFederatedSchema(london);
  const query = jest.fn();
  const app = await createServer({
    ...{
      name: 'london',
      schema,
      sdl,
      ownApi: null,
      explored: null,
      pseudonyms: null,
      env: {},
      maxBodyBytes: 2 ** 20,
      operationTimeoutMs: 5000,
    },
    dataSource: { query } as unknown as DataSource,
    logger: pino({ level: 'silent' }),
    doors: { hub: keySource(join(folder, 'jwks.json')), home: null },
    audit: new AuditLog(query, 'london'),
    cursorKeys: [Buffer.alloc(32)] as CursorKeys,
    minuteLimits: { ...minuteLimits(1), ...limits },
  });
  open.push(app);
  /** Asks as somebody whom the hub names, or past it. */
  return async (
    query: string,
    requestIdentity: RequestIdentity | null = null,
    variables: object | string = {},
    remoteAddress = '192.0.2.1',
  ) => {
    const written = typeof variables === 'string' ? variables : JSON.stringify(variables);
    const payload = `{"query":${JSON.stringify(query)},"variables":${written}}`;
    const token = requestIdentity && signGatewayToken(keys, requestIdentity, { subgraph: 'london', body: payload });
    const response = await app.inject({
      ...{ method: 'POST', url: '/graphql', payload, remoteAddress },
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    });
    const { data, errors } = response.json();
    const code = errors?.[0]?.extensions?.code as string | undefined;
    return {
      data,
      code,
      message: errors?.[0]?.message as string,
      status: response.statusCode,
      headers: response.headers,
    };
  };
}

const hub: RequestIdentity = { ...requestIdentityOf('analyst'), isHub: true };
const own: RequestIdentity = { ...requestIdentityOf('analyst'), isHub: false };
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const LISTS = `{ ${times(50, (i) => `a${i}: partnerships { id bodiesOf { id } }`)} }`;

describe('straight at the port of a subgraph', () => {
  it.each([
    ['fifty lists inside lists', LISTS, 'OPERATION_TOO_DEAR'],
    [
      'fragments that double',
      `{ ...F0 } ${times(12, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F12 on Query { fails(how: "x") }`,
      'OPERATION_TOO_LARGE',
    ],
    ['too many tokens', `{ ${times(16_000, (i) => `a${i}`)} }`, 'DOCUMENT_TOO_LARGE'],
    ['brackets without end', `{ fails(how: ${'['.repeat(50_000)}`, 'DOCUMENT_TOO_LARGE'],
    ['three thousand equal fields', `{ ${times(3000, () => 'partnerships { id }')} }`, 'DOCUMENT_TOO_LARGE'],
  ])('%s are refused before anything is resolved', async (_, query, code) => {
    const ask = await portWith();
    for (const requestIdentity of [null, own]) {
      const answer = await ask(query, requestIdentity);
      expect([answer.status, answer.code, answer.data]).toEqual([400, code, undefined]);
    }
    expect(batches).toEqual([]);
  });

  it('entities cost as many as are asked for, and what is of their type', async () => {
    const ask = await portWith();
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on HaveringPartnership { id bodiesOf { id sector motto } } ... on LambethPartnership { id } } }`;
    const of = (count: number, __typename: string) => ({ of: Array(count).fill({ __typename, id: 'x' }) });
    expect((await ask(query, null, of(1000, 'LambethPartnership'))).code).toBe(undefined);
    expect((await ask(query, null, of(1000, 'HaveringPartnership'), '192.0.2.2')).code).toBe('OPERATION_TOO_DEAR');
    // The hub asks for what many of its lists refer to, at once.
    expect((await ask(query, hub, of(1000, 'HaveringPartnership'))).code).toBe(undefined);
  });

  it('a list in a variable costs by its length', async () => {
    const ask = await portWith();
    expect((await ask('query { __typename }', null, { how: Array(10_000).fill('x') })).code).toBe('OPERATION_TOO_DEAR');
    expect((await ask('query { __typename }', null, `{"how":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('requests are counted by address, a bad token as none, and never those of the hub', async () => {
    const ask = await portWith({ requests: 12 });
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await ask('{ __typename }')).status);
    const over = await ask('{ __typename }');
    expect(statuses).toEqual([200, 200, 200]);
    expect([over.status, over.code, Number(over.headers['retry-after']) > 0]).toEqual([429, 'RATE_LIMITED', true]);
    expect(over.message).toMatch(/^More than 3 requests in a minute\. Ask again in \d+ s\.$/);
    const forged = { ...hub, requestId: 'request-0' };
    const stolen = signGatewayToken(keys, forged, { subgraph: 'lambeth', body: '' });
    const refused = await open.at(-1)!.inject({
      ...{ method: 'POST', url: '/graphql', remoteAddress: '192.0.2.1', payload: { query: '{ __typename }' } },
      headers: { authorization: `Bearer ${stolen}` },
    });
    expect(refused.statusCode).toBe(429);
    expect((await ask('{ __typename }', null, {}, '192.0.2.2')).status).toBe(200);
    for (let index = 0; index < 20; index++) expect((await ask('{ __typename }', hub)).status).toBe(200);
  });

  it('of IPv6 a network of 64 bits is one address', async () => {
    const ask = await portWith({ requests: 4 });
    expect((await ask('{ __typename }', null, {}, '2001:db8::1')).status).toBe(200);
    expect((await ask('{ __typename }', null, {}, '2001:db8::2')).status).toBe(429);
    expect((await ask('{ __typename }', null, {}, '2001:db8:0:1::1')).status).toBe(200);
  });

  it('points are taken by what is asked, refused documents too, and never from the hub', async () => {
    const ask = await portWith({ cost: 600 });
    const list = '{ partnerships { id bodiesOf { id } } }';
    expect((await ask(list)).code).toBe(undefined);
    const over = await ask(list);
    expect([over.status, over.code, Number(over.headers['retry-after']) > 0]).toEqual([429, 'COST_LIMITED', true]);
    expect(batches.length).toBe(1);
    expect((await ask(list, own)).code).toBe(undefined);
    for (let index = 0; index < 5; index++) expect((await ask(list, hub)).code).toBe(undefined);

    const refused = `{ ${times(700, (i) => `nothing${i}`)} }`;
    expect((await ask(refused, null, {}, '192.0.2.9')).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(refused, null, {}, '192.0.2.9')).code).toBe('COST_LIMITED');
  });
});

it('of several questions that were begun at once, those wait for which the others left no points', () => {
  const limits = new PortLimits({ requests: 600, cost: 600 });
  const [first, second] = [{ ...own }, { ...own }];
  for (const requestIdentity of [first, second])
    limits.admit(requestIdentity, '192.0.2.1', { query: '{ __typename }' });
  limits.charge(first, 5000);
  expect(() => limits.charge(second, 10)).toThrow(
    /^The operation costs 10 points, and none is left of your 600 a minute/,
  );
});

it('what is wrong with a document is told ten times, and not a hundred', async () => {
  const app = await portWith();
  expect((await app(`{ ${times(50, (i) => `nothing${i}`)} }`)).code).toBe('GRAPHQL_VALIDATION_FAILED');
});
