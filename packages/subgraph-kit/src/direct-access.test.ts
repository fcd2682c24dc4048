import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSigningKeys,
  publicJwks,
  scopesOf,
  signCallerToken,
  signGatewayToken,
  type CallerClaims,
  type SigningKeys,
} from '@hub/access';
import { requestIdentityOf } from '../../../test/support/request-identities';
import { createServiceDatabase, type ServiceDatabase } from '../../../test/support/service-database';
import { runSql } from '../../../test/support/test-database';
import { casework, traces } from '../testing/casework-subgraph';
import { serveSubgraph, type RunningSubgraph } from './serve-subgraph';

const ISSUER = 'https://login.lambeth.example';
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'A family has moved.' };
const NOTE = 'mutation { fileNote(text: "seen at home") }';

let folder: string;
let issuerKeys: SigningKeys;
let hubKeys: SigningKeys;
let database: ServiceDatabase;
let subgraph: RunningSubgraph;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-own-api-'));
  const jwksOf = async (name: string): Promise<[SigningKeys, string]> => {
    const keys = await createSigningKeys(join(folder, `${name}.json`));
    writeFileSync(join(folder, `${name}-jwks.json`), JSON.stringify(publicJwks(keys)));
    return [keys, join(folder, `${name}-jwks.json`)];
  };
  const [ofIssuer, issuerJwks] = await jwksOf('issuer');
  const [ofHub, hubJwks] = await jwksOf('hub');
  [issuerKeys, hubKeys] = [ofIssuer, ofHub];
  database = await createServiceDatabase();
  const env = { DATABASE_URL: database.url, HUB_JWKS: hubJwks, LOG_LEVEL: 'silent' };
  subgraph = await serveSubgraph(casework, { ...env, TOKEN_ISSUER: ISSUER, TOKEN_JWKS: issuerJwks });
});
beforeEach(() => {
  traces.length = 0;
});
afterAll(async () => {
  await subgraph?.close();
  await database?.drop();
  rmSync(folder, { recursive: true });
});

interface Ticket {
  claims?: Partial<CallerClaims>;
  audience?: string;
  by?: SigningKeys;
}

async function bearer({ claims, audience = 'casework', by = issuerKeys }: Ticket = {}) {
  const partnership = claims?.partnership === undefined ? 'casework' : claims.partnership;
  const role = claims?.role ?? 'duty-team';
  const scopes = scopesOf(role, partnership);
  const all = { person: 'p:1', role, organisation: 'E09000022', partnership, scopes, ...claims };
  const token = await signCallerToken(by, all, { issuer: ISSUER, audience, ttlSeconds: 60 });
  return { authorization: `Bearer ${token}` };
}

async function ask(query: string, headers: Record<string, string>, url = subgraph.ownUrl!) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data, errors, extensions } = (await response.json()) as {
    data?: unknown;
    extensions?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = errors ?? [];
  return { status: response.status, data, extensions, code: error?.extensions.code, message: error?.message };
}

describe("a partnership's own people", () => {
  it('are let in by a token of their issuer that is made for its service, and record there', async () => {
    expect(await ask(NOTE, { ...(await bearer()), ...WHY })).toMatchObject({ data: { fileNote: 'p:1: seen at home' } });
  });

  it('see what their scopes allow, for a purpose, and are on the record', async () => {
    const before = await runSql(database.adminUrl, 'SELECT 1 FROM audit.access_record');
    expect(await ask('{ movement(id: "m1") { category } }', { ...(await bearer()), ...WHY })).toMatchObject({
      data: { movement: { category: 'category of m1' } },
    });
    const rows = await runSql(database.adminUrl, 'SELECT body FROM audit.access_record ORDER BY seq');
    expect(rows.length).toBe(before.length + 1);
    expect(JSON.parse(String(rows.at(-1)!['body']))).toMatchObject({
      ...{ person: 'p:1', role: 'duty-team', purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'A family has moved.' },
      ...{ children: ['p1:1:child-of-m1'], outcome: 'ANSWERED' },
    });
  });

  it('are told nothing but what they asked for: whose data it is goes to the record alone', async () => {
    const reply = await ask('{ movement(id: "m1") { category } }', { ...(await bearer()), ...WHY });
    expect(reply.extensions).toBeUndefined();
    expect(JSON.stringify(reply)).not.toContain('child-of-m1');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no purpose', {}, 'PURPOSE_REQUIRED'],
    ['no reason', { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT' }, 'PURPOSE_REQUIRED'],
    ['an unknown purpose', { ...WHY, 'x-purpose': 'CURIOSITY' }, 'PURPOSE_REQUIRED'],
    ['a broken glass, which only the hub keeps', { ...WHY, 'x-purpose': 'BREAK_GLASS' }, 'PURPOSE_NOT_ALLOWED'],
  ])('see nothing of a child with %s', async (_, headers, code) => {
    const reply = await ask('{ movement(id: "m1") { category } }', { ...(await bearer()), ...headers });
    expect(reply).toMatchObject({ data: { movement: null }, code });
    expect(traces).toEqual([]);
  });

  it('do nothing without the scope', async () => {
    const reply = await ask(NOTE, { ...(await bearer({ claims: { scopes: ['movements:read'] } })), ...WHY });
    expect(reply).toMatchObject({ data: { fileNote: null }, code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
    expect(traces).toEqual([]);
  });

  it('are not the hub: what it alone may ask is no field here, and nothing of federation is', async () => {
    for (const query of [
      '{ item(id: "o1") { ... on Office { exactBudget } } }',
      '{ _service { sdl } }',
      '{ _entities(representations: [{ __typename: "Office", id: "o1" }]) { __typename } }',
    ]) {
      expect(await ask(query, { ...(await bearer()), ...WHY })).toMatchObject({
        data: undefined,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
    }
  });

  it('read its schema, which is told to nobody else', async () => {
    const query = '{ __schema { mutationType { fields { name } } } }';
    expect(await ask(query, await bearer())).toMatchObject({
      data: { __schema: { mutationType: { fields: [{ name: 'closeMovement' }, { name: 'fileNote' }] } } },
    });
    expect(await ask(query, {})).toMatchObject({ status: 403, code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  });

  it('come in here alone: where the hub asks, their tokens are refused', async () => {
    const reply = await ask('{ motto }', await bearer(), subgraph.url);
    expect(reply).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('direct access to a partnership is closed to', () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['people of another partnership', () => bearer({ claims: { partnership: 'redbridge' } })],
    ['people of none', () => bearer({ claims: { role: 'analyst', partnership: null, organisation: 'london' } })],
    ['a token that is made for the hub', () => bearer({ audience: 'london-scp-hub' })],
    ['a token that is made for another partnership', () => bearer({ audience: 'redbridge' })],
    ['a token of another issuer', () => bearer({ by: hubKeys })],
    ['what is not a token', async () => ({ authorization: 'Bearer letmein' })],
  ])('%s', async (_, headers) => {
    expect(await ask(NOTE, { ...(await headers()), ...WHY })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(traces).toEqual([]);
  });

  it('the hub, whoever asks it: what is recorded here is no field where it asks', async () => {
    const body = JSON.stringify({ query: NOTE });
    const requestIdentity = requestIdentityOf('duty-team', {
      partnership: 'casework',
      purpose: 'CROSS_BOUNDARY_MOVEMENT',
    });
    const token = signGatewayToken(hubKeys, requestIdentity, { subgraph: 'casework', body });
    const headers = { authorization: `Bearer ${token}` };
    expect(await ask(NOTE, headers)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await ask(NOTE, headers, subgraph.url)).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(traces).toEqual([]);
  });

  it('whoever comes without a token', async () => {
    expect(await ask(NOTE, WHY)).toMatchObject({ data: { fileNote: null }, code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
    expect(traces).toEqual([]);
  });
});

it('a subgraph that knows no issuer has no API of its own', async () => {
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  const alone = await serveSubgraph(casework, env);
  const response = await fetch(alone.url.replace('/graphql', '/own/graphql'), { method: 'POST' });
  await alone.close();
  expect([alone.ownUrl, response.status]).toEqual([null, 404]);
});
