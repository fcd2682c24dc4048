import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from '@hub/registry';
import type { Logger } from 'pino';
import type { SubgraphSchemas } from '../supergraph/subgraph-schemas';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';

/** How often, in milliseconds. */
const AGAIN_MS = 5000;

/**
 * Asks those of the gateway's own subgraphs anew that are not served as they publish, and the London SCP's, whose directory may
 * have changed; and has the registry look at it.
 */
export class AskedOwnSubgraphs {
  readonly #stopping = new AbortController();
  readonly #asking: Promise<void>;
  /** What was looked at last, and beside which supergraph. */
  #seen = '';

  constructor(
    private readonly registry: Registry,
    private readonly schemas: SubgraphSchemas,
    private readonly inUse: SupergraphInUse,
    private readonly log: Logger,
  ) {
    this.#asking = this.#ask();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#asking;
  }

  async #ask(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#look().catch((err: unknown) => this.log.warn({ err }, 'What subgraphs publish is not looked at.'));
    }
  }

  async #look(): Promise<void> {
    const { subgraphs, hash } = this.inUse.current;
    const asked = await this.schemas.again(subgraphs);
    const seen = JSON.stringify([hash, asked.map(({ published }) => published)]);
    if (seen === this.#seen) return;
    await this.registry.publishAsked(asked);
    this.#seen = seen;
  }
}
