import { assembleSupergraph } from '../src/assembly/assemble-supergraph';
import { askedRecords } from '../src/publications/asked-records';
import { createTestDatabase } from '../../../test/support/test-database';
import { PublisherKeys } from '../src/keys/publisher-keys';
import type { PublisherKey } from '../src/keys/publisher-key';
import { PublicationHistory } from '../src/publications/publication-history';
import { Registry, type ToPublish } from '../src/publications/registry';
import { RegistryDatabase } from '../src/store/registry-database';
import { PARTNERSHIPS, TOY_CONTRACT, toySchema } from './toy-london';
import { HUB_SUBGRAPH } from '../src/checks/type-names';

/** A registry of the toy London, in a database of its own, in which all have published once. */
export interface TestRegistry {
  url: string;
  database: RegistryDatabase;
  history: PublicationHistory;
  keys: PublisherKeys;
  /** Another hand on the same database, as a second gateway has it. */
  registry(): Registry;
  keyOf(subgraph: string | null): Promise<PublisherKey>;
  end(): Promise<void>;
}

export const OWN = [HUB_SUBGRAPH, ...PARTNERSHIPS].map((name) => ({ name, url: `http://127.0.0.1:4001/${name}` }));

/** What each of the toy London's subgraphs says of itself. */
export const asked = (sdlOf: (name: string) => string | null = toySchema) =>
  OWN.map((own) => ({ ...own, published: sdlOf(own.name), problem: null, lastGood: null }));

export const toPublish = (subgraph: string, sdl: string, more: Partial<ToPublish> = {}): ToPublish => ({
  ...{ subgraph, sdl, url: null, reason: 'A field was added.', ifVersion: null },
  ...more,
});

const assembled = assembleSupergraph(asked(), HUB_SUBGRAPH, TOY_CONTRACT);

const nothing = { servedAs: new Map(), lastOfHub: new Map() };
const { publications, parts } = askedRecords(assembled.subgraphs, { news: asked(), ...nothing });

/** As a registry adds it by itself; a thread for each test would take most of its time. */
const FIRST = {
  publications,
  supergraph: { sdl: assembled.supergraph.supergraphSdl, restores: null, subgraphs: parts },
};

export async function openTestRegistry(): Promise<TestRegistry> {
  const made = await createTestDatabase();
  const database = new RegistryDatabase(made.url);
  await database.install(0);
  const history = new PublicationHistory(database);
  const keys = new PublisherKeys(database.run);
  const options = { own: OWN, contract: TOY_CONTRACT, operations: [], routingHosts: ['newham.example'] };
  const registry = () => new Registry(history, options);
  await history.add(0, FIRST);
  return {
    ...{ url: made.url, database, history, keys, registry },
    keyOf: async (subgraph) => (await keys.issue(subgraph)).key,
    async end() {
      await database.close();
      await made.drop();
    },
  };
}
