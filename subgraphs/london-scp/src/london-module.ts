import type { EntityReference } from '@hub/subgraph-kit';
import type { EntityManager, EntitySchema, MigrationInterface } from 'typeorm';

/** One subject that the London SCP owns: its types, what serves them, and its tables. */
export interface LondonModule {
  /** type-graphql resolver classes. */
  resolvers: readonly Function[];
  /** Classes reachable only through interfaces or federation. @default [] */
  types?: readonly Function[];
  /** @default [] */
  references?: readonly EntityReference[];
  entities: readonly EntitySchema<any>[];
  migrations: readonly (new () => MigrationInterface)[];
  /** Brings its reference facts, and demonstration data if `demo`, idempotently. */
  load(manager: EntityManager, options: { demo: boolean }): Promise<void>;
}
