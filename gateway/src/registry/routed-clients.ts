import type { PublishedSubgraph } from '@hub/registry';
import type { SubgraphClient } from '../subgraphs/subgraph-client';

/** What reaches a client at an address that somebody published. */
type MakeClient = (name: string, url: string) => SubgraphClient;

/** The clients of the subgraphs that are served: those that the gateway is configured with, and those that are published. */
export class RoutedClients {
  /** Those of the supergraph in use. */
  readonly current: Map<string, SubgraphClient>;
  readonly #routed = new Map<string, SubgraphClient>();
  /** Those that are asked no more, each with what ends it. */
  readonly #left = new Map<SubgraphClient, NodeJS.Timeout>();

  /**
   * @param own - those that the gateway is configured with.
   * @param operationMs - how long an operation may take, in milliseconds.
   */
  constructor(
    private readonly own: ReadonlyMap<string, SubgraphClient>,
    private readonly make: MakeClient,
    private readonly operationMs: number,
  ) {
    this.current = new Map(own);
  }

  /** Those of a supergraph that is to be served. */
  of(subgraphs: readonly Pick<PublishedSubgraph, 'name' | 'url'>[]): ReadonlyMap<string, SubgraphClient> {
    const routed = subgraphs.flatMap(({ name, url }) => {
      if (url === null || this.own.has(name)) return [];
      return [[name, this.#at(name, url)] as const];
    });
    return new Map([...this.own, ...routed]);
  }

  /** Those of the supergraph in use from now on; others end once what was begun with them is over. */
  switchTo(subgraphs: readonly Pick<PublishedSubgraph, 'name' | 'url'>[]): void {
    const next = this.of(subgraphs);
    this.current.clear();
    for (const [name, client] of next) this.current.set(name, client);
    const inUse = new Set(next.values());
    for (const [at, client] of this.#routed) {
      const end = this.#left.get(client);
      if (inUse.has(client)) {
        clearTimeout(end);
        this.#left.delete(client);
      } else if (!end) {
        const timer = setTimeout(() => {
          this.#left.delete(client);
          this.#routed.delete(at);
          void client.close();
        }, 2 * this.operationMs);
        this.#left.set(client, timer.unref());
      }
    }
  }

  async close(): Promise<void> {
    for (const end of this.#left.values()) clearTimeout(end);
    await Promise.all([...this.own.values(), ...this.#routed.values()].map((client) => client.close()));
  }

  #at(name: string, url: string): SubgraphClient {
    const at = `${name} ${url}`;
    const client = this.#routed.get(at) ?? this.make(name, url);
    this.#routed.set(at, client);
    return client;
  }
}
