import type { EntityManager, EntitySchema, MigrationInterface } from 'typeorm';
import type { Background, BackgroundServices } from './background';
import type { EntityReference, SubgraphDefinition } from './subgraph-definition';

/** One subject of a subgraph: its types, what serves them, its tables, and what it brings into them. */
export interface SubgraphModule {
  /** type-graphql resolver classes. */
  resolvers: readonly Function[];
  /** As {@link SubgraphDefinition.ownApi}. @default [] */
  ownApi?: readonly Function[];
  /** Classes reachable only through interfaces or federation. @default [] */
  types?: readonly Function[];
  /**
   * Interfaces that a partnership's type implements for it: in a partnership what this subject does, in London what it
   * requires of every partnership. @default []
   */
  capabilities?: readonly Function[];
  /** @default [] */
  references?: readonly EntityReference[];
  /** @default [] */
  entities?: readonly EntitySchema<any>[];
  /** @default [] */
  migrations?: readonly (new () => MigrationInterface)[];
  /** Brings its reference facts, and demonstration data if `demo`, idempotently. Modules load in the order of their list. */
  load?(manager: EntityManager, options: { demo: boolean }): Promise<void>;
  /** As {@link SubgraphDefinition.background}. */
  background?(services: BackgroundServices): Background;
}

/** Makes a subgraph of its subjects. */
export function composeModules(name: string, modules: readonly SubgraphModule[]): SubgraphDefinition {
  return {
    name,
    resolvers: modules.flatMap(({ resolvers }) => resolvers),
    ownApi: modules.flatMap(({ ownApi = [] }) => ownApi),
    types: modules.flatMap(({ types = [] }) => types),
    references: modules.flatMap(({ references = [] }) => references),
    database: {
      entities: modules.flatMap(({ entities = [] }) => entities),
      migrations: modules.flatMap(({ migrations = [] }) => migrations),
    },
    async load(manager, options) {
      for (const module of modules) await module.load?.(manager, options);
    },
    background(services) {
      const works = modules.flatMap((module) => module.background?.(services) ?? []);
      return { stop: async () => void (await Promise.all(works.map((work) => work.stop()))) };
    },
  };
}
