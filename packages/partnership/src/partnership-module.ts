import type { EntityManager, EntitySchema, MigrationInterface } from 'typeorm';

/** Something that only one partnership does: its capability interfaces and all that serves them. */
export interface PartnershipModule {
  /** Capability interfaces (type-graphql) that the partnership's type implements through it. */
  capabilities: readonly Function[];
  /** type-graphql resolver classes. */
  resolvers: readonly Function[];
  entities: readonly EntitySchema<any>[];
  migrations: readonly (new () => MigrationInterface)[];
  /** Brings its facts from the facts folder, and demonstration data if `demo`, idempotently. */
  load(manager: EntityManager, factsFolder: string, options: { demo: boolean }): Promise<void>;
}
