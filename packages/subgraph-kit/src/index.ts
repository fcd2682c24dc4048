import 'reflect-metadata';

export { Authenticated, Public, RequiresScopes } from '@hub/contract';
export type { Background, BackgroundServices } from './background';
export { buildFederatedSchema, type FederatedSchema } from './build-federated-schema';
export { readConfig, type SubgraphConfig } from './config';
export { ConfigError, type ConfigProblem } from './config-error';
export { countStatements, type StatementCount } from './count-statements';
export { createDataSource, migrateAndLoad, type DataSourceOptions } from './data-source';
export { defineGroupLoader, defineLoader, forgetLoaded, type LoaderOf, type LoaderOptions } from './define-loader';
export { listen, type Listening } from './listen';
export { readPseudonymKeys, type PseudonymKey, type PseudonymKeys } from './pseudonym/pseudonym-keys';
export { pseudonymsUnder, type Pseudonyms } from './pseudonym/pseudonyms';
export { recordAccess, type OperationDone } from './access/record-access';
export { repeat, type Repeated } from './repeat';
export { runSubgraph } from './run-subgraph';
export { serveSubgraph, type RunningSubgraph } from './serve-subgraph';
export type { SubgraphContext } from './subgraph-context';
export type { EntityReference, SubgraphDefinition } from './subgraph-definition';
