import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, scopesOf, signCallerToken, type Role } from '@hub/access';
import { definePartnership } from '@hub/partnership';
import { serveSubgraph } from '@hub/subgraph-kit';
import { Client } from 'pg';
import { createServiceDatabase } from '../service-database';
import type { Exchange } from './described-exchange';

const ISSUER = 'https://login.tri-borough.example';
const id = 'tri-borough';

/** A request to the plain API of a partnership. */
export interface PlainRequest {
  operationId: string;
  method?: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A partnership that is served by HTTP on a database of its own, and whose people ask it by plain HTTP. */
export async function servePartnership(localAuthorities: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'hub-plain-'));
  const keys = await createSigningKeys(join(folder, 'issuer.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(join(folder, 'pseudonyms.json'), JSON.stringify({ CROSS_BOUNDARY_MOVEMENT: [{ version: 1, secret }] }));
  const database = await createServiceDatabase();
  const factsFolder = join(__dirname, '../../../subgraphs/tri-borough/facts');
  const subgraph = await serveSubgraph(
    definePartnership({ id, typeName: 'TriBoroughPartnership', localAuthorities, factsFolder }),
    {
      ...{ DATABASE_URL: database.url, HUB_DEMO: '0', LOG_LEVEL: 'silent' },
      ...{ TOKEN_ISSUER: ISSUER, TOKEN_JWKS: join(folder, 'jwks.json') },
      PSEUDONYM_KEYS: join(folder, 'pseudonyms.json'),
      ...{ RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' },
    },
  );
  const { origin } = new URL(subgraph.url);
  const administrator = new Client({ connectionString: database.adminUrl });
  await administrator.connect();
  return {
    origin,
    /** The first row of what its database has. */
    async rowOf<Row extends object>(statement: string): Promise<Row> {
      const { rows } = await administrator.query<Row>(statement);
      return rows[0]!;
    },
    /** Headers of somebody of an authority. */
    async headersOf(role: Role, organisation: string): Promise<Record<string, string>> {
      const claims = { person: `${role}-1`, role, organisation, partnership: id, scopes: scopesOf(role, id) };
      const token = await signCallerToken(keys, claims, { issuer: ISSUER, audience: id, ttlSeconds: 3_600 });
      return {
        authorization: `Bearer ${token}`,
        ...{ 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Because a test asks.' },
      };
    },
    async ask({ operationId, method = 'GET', path, body, headers = {} }: PlainRequest) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const exchange: Exchange = {
        operationId,
        ...(body !== undefined && { sent: body }),
        status: response.status,
        type: response.headers.get('content-type'),
        answered: text === '' ? null : JSON.parse(text),
      };
      return { ...exchange, headers: response.headers };
    },
    async close() {
      await administrator.end();
      await subgraph.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
