import type { ClauseReference } from '@hub/contract';
import type { PlainApi } from '@hub/movements-http';
import type { EntityManager, EntitySchema, MigrationInterface } from 'typeorm';
import type { HomeRecords } from './importing/importable';
import type { Background, BackgroundServices } from './background';
import type { SubgraphContext } from './subgraph-context';

/** Everything that makes one subgraph differ from another. */
export interface SubgraphDefinition {
  /** Name in the supergraph, e.g. "havering". */
  name: string;
  /** type-graphql resolver classes. May be empty. */
  resolvers: readonly Function[];
  /**
   * Resolver classes with the root fields of its own API: what its own people and system ask and record, past the hub.
   * @default []: it has none
   */
  ownApi?: readonly Function[];
  /** What of its own API is plain HTTP too. @default [] */
  plain?: readonly PlainApi[];
  /** What its own people record, and may import. @default nothing */
  atHome?: HomeRecords;
  /** Folder of the saved examples of its own API. @default none */
  ownExamples?: string;
  /** What its founding document says, and where in the hub that lives. @default it has no document */
  clauseReference?: () => ClauseReference;
  /**
   * A question that an analyst may ask at `/graphql`, like those that will be. A process asks it of itself before it listens.
   * @default none
   */
  firstQuestion?: string;
  /** Object and interface classes reachable only through federation or interfaces (type-graphql's `orphanedTypes`). */
  types: readonly Function[];
  /** How each entity that this subgraph resolves is found again from its key. */
  references: readonly EntityReference[];
  database: {
    entities: readonly EntitySchema<any>[];
    /**
     * Those of `entities` whose rows change only when they are loaded: they are kept in memory until then.
     * @default []
     */
    facts?: readonly EntitySchema<any>[];
    /** Class names end in a 13-digit timestamp, in milliseconds: TypeORM orders migrations by it. */
    migrations: readonly (new () => MigrationInterface)[];
  };
  /**
   * Brings reference facts (and, if `demo`, demonstration data) into the database. Runs in one transaction at every
   * start, after migrations and under the same lock, so it must be idempotent.
   */
  load?: (manager: EntityManager, options: { demo: boolean }) => Promise<void>;
  /**
   * Begins what goes on beside answering. Called once the subgraph listens; stopped before its database is closed.
   *
   * @throws ConfigError where the environment cannot be used: then the start fails.
   */
  background?: (services: BackgroundServices) => Background;
}

/** How one entity type is found from the key that another subgraph knows it by. */
export interface EntityReference {
  /** A type of this subgraph that carries `@key`. */
  typeName: string;
  /**
   * Returns an instance of the type's class, or null when the key is unknown here. `reference` holds the key fields and,
   * for a field with `@requires`, the fields it requires. The instance must not be frozen: federation marks it with
   * its `__typename`.
   */
  resolve(reference: Record<string, unknown>, context: SubgraphContext): unknown | Promise<unknown>;
}
