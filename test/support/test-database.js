"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTestDatabase = createTestDatabase;
const node_crypto_1 = require("node:crypto");
const pg_1 = require("pg");
/** Makes an empty database in the PostgreSQL of the unit tests. */
async function createTestDatabase() {
    const adminUrl = process.env['TEST_DATABASE_URL'];
    if (!adminUrl)
        throw new Error('TEST_DATABASE_URL is missing. Run the tests by npm test, which starts PostgreSQL.');
    const name = `test_${(0, node_crypto_1.randomUUID)().replaceAll('-', '')}`;
    await run(adminUrl, `CREATE DATABASE ${name}`);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    return { url: url.href, drop: () => run(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}
async function run(url, statement) {
    const client = new pg_1.Client({ connectionString: url });
    await client.connect();
    try {
        await client.query(statement);
    }
    finally {
        await client.end();
    }
}
//# sourceMappingURL=test-database.js.map