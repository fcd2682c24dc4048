/**
 * Installs the record of access in the databases that are named as arguments, as the administrator of ADMIN_DATABASE_URL;
 * run by its own container before the others start. What is there already stays.
 */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/audit/package.json', import.meta.url));
const { AUDIT_SQL } = require('./dist/index.js');
const { Client } = require('pg');

for (const database of process.argv.slice(2)) {
  const url = Object.assign(new URL(process.env.ADMIN_DATABASE_URL), { pathname: `/${database}` });
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(AUDIT_SQL);
    process.stdout.write(`${database}: the record of access is installed\n`);
  } finally {
    await client.end();
  }
}
