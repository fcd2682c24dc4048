import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signGatewayToken, type RequestIdentity, type SigningKeys } from '@hub/access';
import { fetchSubgraphSdl, type ServedSubgraph, type SubgraphCandidate } from '@hub/registry';
import type { Logger } from 'pino';
import type { GatewayConfig, SubgraphAddress } from '../config';
import { HUB_SUBGRAPH } from '../errors';
import { SdlCache } from './sdl-cache';

/** How long to wait for a partnership that the gateway can begin without, in milliseconds. */
const PARTNERSHIP_WAIT_MS = 10_000;

/** How long between two questions to a subgraph that is not up yet, in milliseconds. */
const RETRY_MS = 250;

type SchemasConfig = Pick<GatewayConfig, 'SUBGRAPHS' | 'START_TIMEOUT_MS' | 'SUBGRAPH_TIMEOUT_MS' | 'SUPERGRAPH_CACHE'>;

/** The schemas of the subgraphs: what each says that its own is, and the last under which it was served. */
export class SubgraphSchemas {
  readonly #cache: SdlCache | undefined;

  /** @param gatewayKeys - sign the question: a subgraph that can tell the hub from others tells its schema to nobody else */
  constructor(
    private readonly config: SchemasConfig,
    private readonly log: Logger,
    private readonly gatewayKeys: SigningKeys | undefined,
  ) {
    this.#cache = config.SUPERGRAPH_CACHE ? new SdlCache(config.SUPERGRAPH_CACHE) : undefined;
  }

  /** Asks every subgraph, and waits a while for those that are not up yet. */
  atStart(): Promise<SubgraphCandidate[]> {
    const { SUBGRAPHS, START_TIMEOUT_MS } = this.config;
    return Promise.all(
      SUBGRAPHS.map(async (address) => {
        const lastGood = (await this.#cache?.read(address.name)) ?? null;
        const isNeeded = address.name === HUB_SUBGRAPH && lastGood === null;
        const wait = isNeeded ? START_TIMEOUT_MS : Math.min(START_TIMEOUT_MS, PARTNERSHIP_WAIT_MS);
        return this.#ask(address, lastGood, Date.now() + wait);
      }),
    );
  }

  /**
   * Asks those anew that are not served under what they publish, and the hub's own, whose directory may have changed; the
   * others stay as they are served.
   */
  again(served: readonly ServedSubgraph[]): Promise<SubgraphCandidate[]> {
    const servedAs = new Map(served.map((one) => [one.name, one]));
    return Promise.all(
      this.config.SUBGRAPHS.map(async (address): Promise<SubgraphCandidate> => {
        const { servedUnder, sdl } = servedAs.get(address.name)!;
        if (servedUnder !== 'PUBLISHED' || address.name === HUB_SUBGRAPH) return this.#ask(address, sdl, Date.now());
        return { name: address.name, url: address.urls[0]!, published: sdl, problem: null, lastGood: null };
      }),
    );
  }

  /** Keeps what is served, for the next start. Under what is kept it composes. */
  async keep(served: readonly ServedSubgraph[]): Promise<void> {
    const good = served.filter(({ servedUnder }) => servedUnder === 'PUBLISHED');
    await Promise.all(good.map(async ({ name, sdl }) => this.#cache?.write(name, sdl!)));
  }

  async #ask({ name, urls }: SubgraphAddress, lastGood: string | null, deadline: number): Promise<SubgraphCandidate> {
    const { SUBGRAPH_TIMEOUT_MS: timeoutMs } = this.config;
    const { gatewayKeys } = this;
    const sign =
      gatewayKeys && ((body: string) => signGatewayToken(gatewayKeys, hubItself(), { subgraph: name, body }));
    const [url] = urls as [string];
    for (;;) {
      try {
        // Of all its processes at once: one that hangs shall not be waited for.
        const asked = Promise.any(urls.map((one) => fetchSubgraphSdl(one, { name, timeoutMs, sign })));
        const published = await asked.catch(firstOf);
        return { name, url, published, problem: null, lastGood };
      } catch (error) {
        if (Date.now() + RETRY_MS > deadline) {
          return { name, url, published: null, problem: (error as Error).message, lastGood };
        }
        this.log.debug({ subgraph: name, err: error }, 'Waiting for a subgraph.');
        await sleep(RETRY_MS);
      }
    }
  }
}

/** What kept the first process from answering. */
function firstOf(error: unknown): never {
  throw error instanceof AggregateError ? error.errors[0] : error;
}

/** The hub, which asks for nobody. */
function hubItself(): RequestIdentity {
  return { caller: null, declared: null, requestId: randomUUID(), alert: null, isHub: true };
}
