import type { SavedExample } from '@hub/explorer';
import { PublicationHistory, PublisherKeys, Registry, RegistryDatabase } from '@hub/registry';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';

/** The registry as a gateway has it. */
export interface OpenRegistry {
  databaseUrl: string;
  registry: Registry;
  keys: PublisherKeys;
  /** Waits for the database, and makes what is missing in it. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The registry that a gateway is configured with; none where it has no database. */
export function openRegistry(
  config: GatewayConfig,
  contract: string | null,
  examples: readonly SavedExample[],
  log: Logger,
): OpenRegistry | undefined {
  const { REGISTRY_DATABASE_URL: databaseUrl, REGISTRY_ROUTING_HOSTS: routingHosts } = config;
  if (databaseUrl === undefined) return undefined;
  const database = new RegistryDatabase(databaseUrl, (err) =>
    log.warn({ err }, 'A connection to the registry was lost.'),
  );
  const own = config.SUBGRAPHS.map(({ name, urls }) => ({ name, url: urls[0]! }));
  const operations = examples.map(({ name, query: source }) => ({ name, source }));
  return {
    databaseUrl,
    registry: new Registry(new PublicationHistory(database), { own, contract, operations, routingHosts }),
    keys: new PublisherKeys(database.run),
    start: () => database.install(config.START_TIMEOUT_MS),
    close: () => database.close(),
  };
}
