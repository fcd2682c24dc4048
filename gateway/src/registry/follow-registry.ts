import { setTimeout as sleep } from 'node:timers/promises';
import { REGISTRY_CHANNEL, type PublishedSupergraph } from '@hub/registry';
import type { Logger } from 'pino';
import { ChannelListener } from '../listening/channel-listener';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';
import { loadNewest } from './load-newest';
import type { OpenRegistry } from './open-registry';
import type { RoutedClients } from './routed-clients';

/** How often it is looked what is newest without being told, in milliseconds. */
const LOOK_MS = 3000;

/** What following the registry takes. */
export interface FollowRegistryOptions {
  opened: OpenRegistry;
  /** The number of the supergraph in use. */
  number: number;
  inUse: SupergraphInUse;
  routed: RoutedClients;
  /** Makes a supergraph ready to be switched to. */
  prepare(published: PublishedSupergraph): Promise<ServedSupergraph>;
  log: Logger;
}

/** Serves what is newest in the registry: as soon as that is told, and within seconds where the word was not heard. */
export class FollowedRegistry {
  readonly #stopping = new AbortController();
  readonly #listener: ChannelListener;
  readonly #following: Promise<void>;
  #number: number;
  /** Ends a pause. */
  #wake = new AbortController();

  constructor(private readonly options: FollowRegistryOptions) {
    const { opened, number, log } = options;
    this.#number = number;
    const wake = () => this.#wake.abort();
    const { databaseUrl } = opened;
    const listening = { databaseUrl, channel: REGISTRY_CHANNEL, about: 'supergraphs', heard: wake, missed: wake };
    this.#listener = new ChannelListener(listening, log);
    this.#following = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake.abort();
    await Promise.all([this.#following, this.#listener.close()]);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal: this.#wake.signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      this.#wake = new AbortController();
      await this.#look().catch((err: unknown) => this.options.log.warn({ err }, 'The supergraph stays as it is.'));
    }
  }

  async #look(): Promise<void> {
    const { opened, inUse, routed, prepare, log } = this.options;
    const { registry } = opened;
    if ((await registry.history.newestNumber()) === this.#number) return;
    const { published, loaded } = await loadNewest(registry, prepare, log);
    if (this.#stopping.signal.aborted) return loaded.close();
    inUse.switchTo(loaded);
    routed.switchTo(published.subgraphs);
    const { number } = published;
    this.#number = number;
    log.info({ number, supergraph: loaded.hash }, 'A supergraph of the registry is served from now on.');
  }
}
