import type { PlainApi } from '@hub/movements-http';
import type { EntityManager, EntitySchema, MigrationInterface } from 'typeorm';
import type { Background, BackgroundServices } from './background';
import type { EvidenceReaders } from './evidence-readers';
import { changeMutations } from './recording/change-mutations';
import type { AnyRecord, Recorder, Resting } from './recording/record-definition';
import { recordMutation } from './recording/record-mutation';
import type { EntityReference, SubgraphDefinition } from './subgraph-definition';

/** One subject of a subgraph: its types, what serves them, its tables, and what it brings into them. */
export interface SubgraphModule {
  /** type-graphql resolver classes. */
  resolvers: readonly Function[];
  /** As {@link SubgraphDefinition.ownApi}. @default [] */
  ownApi?: readonly Function[];
  /** As {@link SubgraphDefinition.plain}. */
  plain?: PlainApi;
  /** Classes reachable only through interfaces or federation. @default [] */
  types?: readonly Function[];
  /**
   * Interfaces that a partnership's type implements for it: in a partnership what this subject does, in London what it
   * requires of every partnership. @default []
   */
  capabilities?: readonly Function[];
  /** What it records: the tables and the mutations follow from it. @default [] */
  records?: readonly AnyRecord[];
  /** What else rests on what is recorded. @default [] */
  restings?: readonly Resting[];
  /** The clauses whose matter it keeps otherwise than by `records`, each with the field by which that is asked for. @default {} */
  clauses?: Readonly<Record<string, string>>;
  /** By what of it obligations are judged. @default {} */
  evidence?: EvidenceReaders;
  /** @default [] */
  references?: readonly EntityReference[];
  /** @default [] */
  entities?: readonly EntitySchema<any>[];
  /**
   * Entities beside those whose rows change only when they are loaded, by no mutation: they are kept in memory until then.
   *
   * @default []
   */
  facts?: readonly EntitySchema<any>[];
  /** @default [] */
  migrations?: readonly (new () => MigrationInterface)[];
  /** Brings its reference facts, and demonstration data if `demo`, idempotently. Modules load in the order of their list. */
  load?(manager: EntityManager, options: { demo: boolean }): Promise<void>;
  /** As {@link SubgraphDefinition.background}. */
  background?(services: BackgroundServices): Background;
}

/**
 * Makes a subgraph of its subjects.
 *
 * @param name - its name in the supergraph, and its id as a recorder.
 * @param recordsAt - where its records are recorded: in the graph, or at home, by its own API.
 */
export function composeModules(
  name: string,
  modules: readonly SubgraphModule[],
  { recordsAt = 'graph' }: { recordsAt?: 'graph' | 'home' } = {},
): SubgraphDefinition {
  const restings = modules.flatMap(({ records = [], restings: others = [] }) => [
    ...records.flatMap(({ row, name: kind, restsOn = [] }) =>
      restsOn.map((support) => ({ ...support, row, first: `Withdraw that first, by withdraw${kind}.` })),
    ),
    ...others,
  ]);
  const recorder: Recorder = { id: name, restings };
  const records = modules.flatMap((module) => module.records ?? []);
  const recording = records.flatMap((record) => [
    recordMutation(record, recorder),
    ...changeMutations(record, recorder),
  ]);
  const facts = modules.flatMap((module) => module.facts ?? []);
  const recorded = records.find(({ schema }) => facts.includes(schema));
  if (recorded) throw new Error(`${recorded.name} is recorded, and so no fact that changes only when it is loaded.`);
  const isAtHome = recordsAt === 'home';
  return {
    name,
    resolvers: [...modules.flatMap(({ resolvers }) => resolvers), ...(isAtHome ? [] : recording)],
    ownApi: [...modules.flatMap(({ ownApi = [] }) => ownApi), ...(isAtHome ? recording : [])],
    ...(isAtHome && { atHome: { records, recorder } }),
    plain: modules.flatMap(({ plain }) => plain ?? []),
    types: modules.flatMap(({ types = [] }) => types),
    references: modules.flatMap(({ references = [] }) => references),
    database: {
      entities: [
        ...modules.flatMap(({ entities = [] }) => entities),
        ...facts,
        ...new Set(records.map(({ schema }) => schema)),
      ],
      facts,
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
