import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// By path: Jest maps no module names while it sets up.
import { openHubHome } from '../../packages/cli/src/system/hub-home';
import { startPostgres } from '../../packages/cli/src/system/postgres';

/** Starts one real PostgreSQL for all unit tests; each test makes a database of its own in it. */
export default async function startTestPostgres(): Promise<void> {
  const home = await openHubHome(mkdtempSync(join(tmpdir(), 'hub-unit-')));
  const postgres = await startPostgres(home, 'only-for-tests', () => undefined);
  process.env['TEST_DATABASE_URL'] = postgres.adminUrl;
  Object.assign(globalThis, { testPostgres: { stop: () => postgres.stop(), home: home.path } });
}
