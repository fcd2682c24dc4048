import type { PublishedSupergraph } from '@hub/registry';
import type { Logger } from 'pino';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { assembledOf } from './load-newest';

type Prepare = (published: PublishedSupergraph) => Promise<ServedSupergraph>;

/** Makes a supergraph ready before it is published here, so that it is served as soon as it is. */
export class ReadyAhead {
  #ready: { sdl: string; served: ServedSupergraph } | undefined;

  constructor(
    private readonly prepare: Prepare,
    private readonly log: Logger,
  ) {}

  /** Makes one ready. One that cannot be loaded is found to be so once it is published, as at every gateway. */
  async begin(published: PublishedSupergraph): Promise<void> {
    await this.close();
    try {
      this.#ready = { sdl: published.sdl, served: await this.prepare(published) };
    } catch (err) {
      this.log.warn({ err }, 'What is about to be published could not be made ready.');
    }
  }

  /** The one that is published, ready to be switched to. */
  async take(published: PublishedSupergraph): Promise<ServedSupergraph> {
    const ready = this.#ready;
    if (ready?.sdl !== published.sdl) return this.prepare(published);
    this.#ready = undefined;
    ready.served.subgraphs = assembledOf(published).subgraphs;
    return ready.served;
  }

  /** Ends what nobody took. */
  async close(): Promise<void> {
    const ready = this.#ready;
    this.#ready = undefined;
    await ready?.served.close();
  }
}
