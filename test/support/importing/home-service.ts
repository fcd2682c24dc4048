import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, scopesOf, signCallerToken, type Role } from '@hub/access';
import { definePartnership } from '@hub/partnership';
import { serveSubgraph } from '@hub/subgraph-kit';
import { Client } from 'pg';
import { createServiceDatabase } from '../service-database';

const ISSUER = 'https://login.havering.example';
const id = 'havering';

/** What came of an import, as the service tells it last. */
export interface Told {
  result?: Record<string, unknown> & {
    id: string | null;
    problemCount: number;
    problems: { row: number; column: string | null; code: string; message: string }[];
  };
  errors?: { message: string; extensions: { code: string } }[];
}

/** Havering's own service on a database of its own, to which files are sent. */
export async function serveHome() {
  const folder = mkdtempSync(join(tmpdir(), 'hub-home-'));
  const keys = await createSigningKeys(join(folder, 'issuer.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
  const database = await createServiceDatabase();
  const factsFolder = join(__dirname, '../../../subgraphs/havering/facts');
  const subgraph = await serveSubgraph(
    definePartnership({ id, typeName: 'HaveringPartnership', localAuthorities: ['E09000016'], factsFolder }),
    {
      ...{ DATABASE_URL: database.url, HUB_DEMO: '0', LOG_LEVEL: 'silent' },
      ...{ TOKEN_ISSUER: ISSUER, TOKEN_JWKS: join(folder, 'jwks.json') },
      ...{ RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' },
    },
  );
  const { origin } = new URL(subgraph.url);
  const administrator = new Client({ connectionString: database.adminUrl });
  await administrator.connect();
  const tokenOf = (role: Role) => {
    const claims = {
      person: `${role}-1`,
      role,
      organisation: 'E09000016',
      partnership: id,
      scopes: scopesOf(role, id),
    };
    return signCallerToken(keys, claims, { issuer: ISSUER, audience: id, ttlSeconds: 3_600 });
  };
  const headersOf = async (role: Role) => ({ authorization: `Bearer ${await tokenOf(role)}` });
  const last = async (response: Response) => {
    const lines = (await response.text()).trim().split('\n');
    return { status: response.status, ...(JSON.parse(lines.at(-1)!) as Told) };
  };
  return {
    origin,
    tokenOf,
    headersOf,
    async sql<Row extends object>(statement: string): Promise<Row[]> {
      return (await administrator.query<Row>(statement)).rows;
    },
    /** Sends a file, as who keeps the records. */
    async send(
      record: string,
      text: string,
      { file = 'records.csv', dryRun = false, role = 'business-manager' as Role } = {},
    ) {
      const query = new URLSearchParams({ record, file, dryRun: String(dryRun) });
      const headers = { 'content-type': 'application/octet-stream', ...(await headersOf(role)) };
      return last(await fetch(`${origin}/own/imports?${query}`, { method: 'POST', headers, body: text }));
    },
    async undo(importId: string, role: Role = 'business-manager') {
      return last(
        await fetch(`${origin}/own/imports/${importId}/undo`, { method: 'POST', headers: await headersOf(role) }),
      );
    },
    /** Asks its own API, as who keeps the records. */
    async ask(query: string) {
      const headers = { 'content-type': 'application/json', ...(await headersOf('business-manager')) };
      const response = await fetch(subgraph.ownUrl!, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return (await response.json()) as { data: Record<string, unknown>; errors?: object[] };
    },
    async get(path: string, role: Role = 'business-manager') {
      return (await fetch(`${origin}${path}`, { headers: await headersOf(role) })).json();
    },
    async close() {
      await administrator.end();
      await subgraph.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
