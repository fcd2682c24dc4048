import { setTimeout as sleep } from 'node:timers/promises';
import type { AssembledSdl, ServedSubgraph, SubgraphCandidate } from '@hub/registry';
import type { Logger } from 'pino';
import type { ServedSupergraph } from './served-supergraph';
import type { SubgraphSchemas } from './subgraph-schemas';
import type { SupergraphInUse } from './supergraph-in-use';

/** How often the hub's subgraph, and those that are not served as they publish, are asked anew, in milliseconds. */
const AGAIN_MS = 5000;

/** What following subgraphs takes. */
export interface FollowOptions {
  inUse: SupergraphInUse;
  schemas: SubgraphSchemas;
  load(candidates: readonly SubgraphCandidate[]): Promise<AssembledSdl>;
  /** Makes a supergraph ready to be switched to. */
  prepare(assembled: AssembledSdl): Promise<ServedSupergraph>;
  log: Logger;
}

/**
 * Follows subgraphs that are served under their last good schema, or under none, until what they publish is good: then it is
 * served without a restart. One that is as bad as it was is left alone. The hub's own is followed always: it changes with the
 * directory of partnerships.
 */
export class FollowedSubgraphs {
  readonly #stopping = new AbortController();
  readonly #following: Promise<void>;
  /** What each was found to publish that could not be served. */
  readonly #refused = new Map<string, string>();

  constructor(private readonly options: FollowOptions) {
    this.#following = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { log } = this.options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#look().catch((err: unknown) => log.warn({ err }, 'The supergraph stays as it is.'));
    }
  }

  async #look(): Promise<void> {
    const { inUse, schemas, load, prepare, log } = this.options;
    const { current } = inUse;
    const before = current.subgraphs;
    const candidates = await schemas.again(before);
    const isNew = ({ name, published }: SubgraphCandidate) =>
      published !== null && this.#refused.get(name) !== published && !isServedAs(before, name, published);
    if (!candidates.some(isNew)) return;
    const assembled = await load(candidates);
    for (const { name, servedUnder } of assembled.subgraphs) {
      const published = candidates.find((candidate) => candidate.name === name)?.published ?? null;
      if (servedUnder === 'PUBLISHED' || published === null) this.#refused.delete(name);
      else this.#refused.set(name, published);
    }
    if (assembled.supergraphSdl === current.sdl && absentIn(assembled.subgraphs) === absentIn(before)) {
      current.subgraphs = assembled.subgraphs;
    } else {
      const next = await prepare(assembled);
      if (this.#stopping.signal.aborted) return next.close();
      inUse.switchTo(next);
    }
    const joined = assembled.subgraphs.filter((one) => isAsPublished(one) && !isServedAs(before, one.name, one.sdl));
    const subgraphs = joined.map(({ name }) => name);
    if (subgraphs.length === 0) return;
    log.info({ subgraphs, supergraph: inUse.current.hash }, 'These are served as they publish from now on.');
  }
}

/** What is served of a subgraph that has no schema can look like what it publishes. */
const absentIn = (subgraphs: readonly ServedSubgraph[]) =>
  subgraphs.flatMap(({ name, servedUnder }) => (servedUnder === 'NONE' ? [name] : [])).join();

const isAsPublished = ({ servedUnder }: ServedSubgraph) => servedUnder === 'PUBLISHED';

const isServedAs = (subgraphs: readonly ServedSubgraph[], name: string, sdl: string | null) =>
  subgraphs.some((one) => one.name === name && isAsPublished(one) && one.sdl === sdl);
