import { assembleInThread } from '../assembly/assemble-in-thread';
import type { SubgraphCandidate } from '../assembly/subgraph-candidate';
import { HUB_SUBGRAPH } from '../checks/type-names';
import type { PublisherKey } from '../keys/publisher-key';
import { askedRecords, isNews } from './asked-records';
import { checkInThread, type OperationText } from './check-in-thread';
import type { NewSupergraph, PublicationHistory } from './publication-history';
import type {
  NewPublication,
  PublicationRecord,
  PublishedSubgraph,
  PublishedSupergraph,
  SupergraphPart,
} from './publication-record';
import { OneAtATime } from './one-at-a-time';
import { partnershipsOf } from './partnerships-of';
import { RegistryRefusal } from '../registry-refusal';
import { checkRoutingUrl } from './routing-url';

/** How often a publication is decided anew because others came first. */
const ATTEMPTS = 5;

/** Why a partnership of the directory is not served. */
const NOTHING = 'It has published nothing.';

/** What a registry goes by. */
export interface RegistryOptions {
  /** The subgraphs that the hub itself is configured with, and one address of each. */
  own: readonly { name: string; url: string }[];
  /** To which partnerships are held, as SDL; null to hold them to none. */
  contract: string | null;
  /** What is asked of the hub. */
  operations: readonly OperationText[];
  /** Those at which a subgraph may be that the hub is not configured with. */
  routingHosts: readonly string[];
}

/** What somebody publishes. */
export interface ToPublish {
  subgraph: string;
  sdl: string;
  /** Null for where it was before, and for a subgraph that the hub is configured with. */
  url: string | null;
  /** Why, from 1 to 500 characters. */
  reason: string;
  /** The publication that is to be served until then, 0 for none; null for whichever. */
  ifVersion: number | null;
}

/**
 * Decides what is served. A publication is checked and composed on what is served, without a lock, and added to the history
 * if that is still what is served; else it is decided anew.
 */
export class Registry {
  readonly #turns = new OneAtATime();
  /** Is told what is about to be served, and waited for: whoever serves has it ready by then. */
  onComing: (coming: PublishedSupergraph) => Promise<void> = async () => undefined;

  constructor(
    readonly history: PublicationHistory,
    private readonly options: RegistryOptions,
  ) {}

  /**
   * Publishes a schema. The same as is served already changes nothing, and is answered with what was published then.
   *
   * @returns what it became: `SERVED`, or `REFUSED` with what is wrong.
   * @throws RegistryRefusal
   */
  async publish(key: PublisherKey, asked: ToPublish): Promise<PublicationRecord> {
    if (key.subgraph !== asked.subgraph) throw new RegistryRefusal('REGISTRY_NOT_YOURS', { subgraph: asked.subgraph });
    const { own, routingHosts } = this.options;
    if (asked.url !== null && own.some(({ name }) => name === asked.subgraph)) {
      throw new RegistryRefusal('ROUTING_URL_REFUSED', { reason: 'the hub itself is configured with it' });
    }
    if (asked.url !== null) checkRoutingUrl(asked.url, routingHosts);
    return this.#turns.take(() => this.#publish(key, asked, null));
  }

  /** Publishes again what was good once. */
  async restore(key: PublisherKey, number: number, reason: string): Promise<PublicationRecord> {
    const before = await this.history.publication(number);
    if (!before) throw new RegistryRefusal('PUBLICATION_UNKNOWN', { number });
    if (!mayRead(key, before.subgraph)) throw new RegistryRefusal('REGISTRY_NOT_YOURS', { subgraph: before.subgraph });
    if (before.result !== 'SERVED') throw new RegistryRefusal('PUBLICATION_NOT_GOOD', { number });
    const { subgraph, sdl, url } = before;
    return this.#turns.take(() => this.#publish(key, { subgraph, sdl, url, reason, ifVersion: null }, number));
  }

  /**
   * Records what the hub's own subgraphs say of themselves, where that is new, and serves it as far as it is good: one that
   * is not keeps what was served of it.
   *
   * @param asked - of each what it publishes; whatever else a candidate has is the registry's to know.
   * @throws CompositionFailed where the London SCP has no schema that composes.
   */
  async publishAsked(asked: readonly SubgraphCandidate[]): Promise<void> {
    await this.#turns.take(() => this.#untilAdded(() => this.#publishAsked(asked)));
  }

  /**
   * Serves the supergraph before one that a gateway could not load. One that is served no longer is left alone.
   *
   * @returns whether there was one before.
   */
  async rollBack(number: number, reason: string): Promise<boolean> {
    const failed = await this.history.newest();
    if (failed?.number !== number) return true;
    const before = await this.history.supergraph((failed.restores ?? number) - 1);
    if (!before) return false;
    const servedBefore = new Map(before.subgraphs.map((one) => [one.name, one]));
    const left = failed.subgraphs.filter(
      ({ name, publication, sdl }) => sdl !== null && servedBefore.get(name)?.publication !== publication,
    );
    const publications = left.map(({ name: subgraph, url, sdl }) => ({
      ...{ subgraph, url, sdl: sdl!, key: null, reason: reason.slice(0, 500), findings: [] },
      ...{ result: 'ROLLED_BACK' as const, restores: servedBefore.get(subgraph)?.publication ?? null },
    }));
    const isLeft = new Set(left.map(({ name }) => name));
    const parts = before.subgraphs.map(({ name, publication, servedUnder, problem }): SupergraphPart => {
      if (!isLeft.has(name) || servedUnder === 'NONE') return { name, publication, servedUnder, problem };
      return { name, publication, servedUnder: 'LAST_GOOD', problem: reason };
    });
    const supergraph = { sdl: before.sdl, restores: before.restores ?? before.number, subgraphs: () => parts };
    await this.history.add(number, { publications, supergraph });
    return true;
  }

  #publish(key: PublisherKey, asked: ToPublish, restores: number | null): Promise<PublicationRecord> {
    return this.#untilAdded(async () => {
      const { subgraph, sdl, reason } = asked;
      const served = await this.history.newest();
      if (!served) throw new RegistryRefusal('REGISTRY_BUSY', { seconds: 5 });
      const own = served.subgraphs.find(({ name }) => name === subgraph);
      const version = own?.publication ?? 0;
      if (asked.ifVersion !== null && asked.ifVersion !== version) {
        throw new RegistryRefusal('PUBLICATION_OUTDATED', { subgraph, version, expected: asked.ifVersion });
      }
      const isConfigured = this.options.own.some(({ name }) => name === subgraph);
      const url = isConfigured ? null : (asked.url ?? own?.url ?? null);
      if (!isConfigured && url === null) throw new RegistryRefusal('ROUTING_URL_REFUSED', { reason: 'there is none' });
      if (own?.servedUnder === 'PUBLISHED' && own.sdl === sdl && own.url === url) {
        return this.history.publication(version);
      }
      const { contract, operations } = this.options;
      const { findings, supergraphSdl } = await checkInThread({
        publication: { name: subgraph, sdl, url: url ?? this.#urlOf(subgraph, url) },
        subgraphs: served.subgraphs.map((one) => ({ ...one, url: this.#urlOf(one.name, one.url) })),
        ...{ contract, operations },
      });
      const result = supergraphSdl === null ? ('REFUSED' as const) : ('SERVED' as const);
      const publication = { subgraph, url, sdl, key: key.id, reason, result, findings, restores };
      const parts = (added: ReadonlyMap<string, number>): SupergraphPart[] => [
        ...served.subgraphs.filter(({ name }) => name !== subgraph).map(partOf),
        { name: subgraph, publication: added.get(subgraph)!, servedUnder: 'PUBLISHED', problem: null },
      ];
      const supergraph = supergraphSdl === null ? null : { sdl: supergraphSdl, restores: null, subgraphs: parts };
      if (supergraph) await this.onComing(comingAfter(served, supergraph, publication, version));
      const numbers = await this.history.add(served.number, { publications: [publication], supergraph });
      return numbers && this.history.publication(numbers[0]!);
    });
  }

  /** Answers true once there is nothing to be added any more. */
  async #publishAsked(asked: readonly SubgraphCandidate[]): Promise<true | null> {
    const [served, lastOfHub] = [await this.history.newest(), await this.history.lastOfHub()];
    const servedAs = new Map(served?.subgraphs.map((one) => [one.name, one]));
    const { own, contract } = this.options;
    const news = asked.filter((one) => isNews(one, servedAs.get(one.name), lastOfHub.get(one.name)));
    const isKnown = own.every(({ name }) => servedAs.has(name));
    if (served && isKnown && news.length === 0) return true;

    const candidates = this.#known(news, served?.subgraphs ?? []).map(({ name, url }): SubgraphCandidate => {
      const good = servedAs.get(name)?.sdl ?? null;
      const said = asked.find((one) => one.name === name);
      const published = news.find((one) => one.name === name)?.published ?? good;
      return { name, url, published, problem: published === null ? (said?.problem ?? NOTHING) : null, lastGood: good };
    });
    const assembled = await assembleInThread(candidates, HUB_SUBGRAPH, contract);
    const { publications, parts } = askedRecords(assembled.subgraphs, { news, servedAs, lastOfHub });
    if (publications.length === 0 && served && isKnown && assembled.supergraphSdl === served.sdl) return true;
    const supergraph = { sdl: assembled.supergraphSdl, restores: null, subgraphs: parts };
    return (await this.history.add(served?.number ?? 0, { publications, supergraph })) && true;
  }

  /** The subgraphs of the hub, those that were published, and those that the directory has and nobody published yet. */
  #known(news: readonly SubgraphCandidate[], served: readonly PublishedSubgraph[]): { name: string; url: string }[] {
    const hub = [...news.map(({ name, published: sdl }) => ({ name, sdl })), ...served];
    const inDirectory = partnershipsOf(hub.find(({ name }) => name === HUB_SUBGRAPH)?.sdl ?? '');
    const published = served.filter(({ url }) => url !== null);
    const names = new Set([...this.options.own, ...published].map(({ name }) => name));
    const urls = new Map(published.map(({ name, url }) => [name, url]));
    return [...names, ...inDirectory.filter((name) => !names.has(name))].map((name) => {
      return { name, url: this.#urlOf(name, urls.get(name) ?? null) };
    });
  }

  #urlOf(name: string, url: string | null): string {
    return this.options.own.find((one) => one.name === name)?.url ?? url ?? `http://${name}/graphql`;
  }

  /** @param attempt - gives null where others came first. */
  async #untilAdded<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
    for (let left = ATTEMPTS; left > 0; left--) {
      const result = await attempt();
      if (result !== null) return result;
    }
    throw new RegistryRefusal('REGISTRY_BUSY', { seconds: 5 });
  }
}

/** An operator reads all history and restores; a partnership its own alone. */
export const mayRead = ({ kind, subgraph }: PublisherKey, wanted: string) => kind === 'OPERATOR' || subgraph === wanted;

/** As it will be read, but for the number of the publication. */
function comingAfter(
  served: PublishedSupergraph,
  { sdl, subgraphs }: NewSupergraph,
  own: NewPublication,
  version: number,
): PublishedSupergraph {
  const before = new Map(served.subgraphs.map((one) => [one.name, one]));
  const parts = subgraphs(new Map([[own.subgraph, version]]));
  const { url, sdl: schema } = own;
  return {
    ...{ number: served.number + 1, sdl, restores: null },
    subgraphs: parts.map((part) => ({
      ...before.get(part.name)!,
      ...part,
      ...(part.name === own.subgraph && { url, sdl: schema }),
    })),
  };
}

const partOf = ({ name, publication, servedUnder, problem }: PublishedSubgraph): SupergraphPart => ({
  ...{ name, publication, servedUnder, problem },
});
