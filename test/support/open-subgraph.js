"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openSubgraph = openSubgraph;
const subgraph_kit_1 = require("@hub/subgraph-kit");
const graphql_1 = require("graphql");
const pino_1 = require("pino");
const test_database_1 = require("./test-database");
/** Opens a subgraph on a new database, migrated and loaded. */
async function openSubgraph(definition, { demo = true } = {}) {
    const { schema } = await (0, subgraph_kit_1.buildFederatedSchema)(definition);
    const database = await (0, test_database_1.createTestDatabase)();
    const dataSource = (0, subgraph_kit_1.createDataSource)(definition, database.url);
    await (0, subgraph_kit_1.migrateAndLoad)(dataSource, definition, { demo });
    const logger = (0, pino_1.pino)({ level: 'silent' });
    return {
        dataSource,
        statements: (0, subgraph_kit_1.countStatements)(dataSource),
        ask: (source, variableValues) => (0, graphql_1.graphql)({
            schema,
            source,
            variableValues: variableValues ?? {},
            contextValue: { dataSource, logger, requestId: 'test' },
        }),
        reload: (wanted) => (0, subgraph_kit_1.migrateAndLoad)(dataSource, definition, { demo: wanted }),
        async close() {
            await dataSource.destroy();
            await database.drop();
        },
    };
}
//# sourceMappingURL=open-subgraph.js.map