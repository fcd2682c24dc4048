/**
 * Sets the rights of the services that are named as arguments to their databases, and installs the record of access in
 * each, as the administrator of ADMIN_DATABASE_URL; run by its own container before the others start. What is there
 * already stays.
 */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/audit/package.json', import.meta.url));
const { administer, administratorUrl, AUDIT_SQL, serviceRights, takeDatabase } = require('./dist/index.js');
const { Client } = require('pg');

/** Runs SQL in a database, where `service` may have left whatever it liked. */
async function run(url, service, sql) {
  const client = new Client({ connectionString: administratorUrl(url) });
  await client.connect();
  try {
    await administer(async (text, parameters) => (await client.query(text, parameters)).rows, service, sql);
  } finally {
    await client.end();
  }
}

const server = process.env.ADMIN_DATABASE_URL;
for (const service of process.argv.slice(2)) {
  await run(server, service, takeDatabase(service));
  const url = Object.assign(new URL(server), { pathname: `/${service}` });
  await run(url.href, service, AUDIT_SQL + serviceRights(service));
  process.stdout.write(`${service}: the record of access is installed\n`);
}
// After the databases: rights that an earlier owner gave are gone.
if (process.argv.includes('london-scp')) {
  await run(server, 'london-scp', 'GRANT CONNECT ON DATABASE "london-scp" TO gateway');
}
