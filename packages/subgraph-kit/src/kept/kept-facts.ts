import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DataSource, EntitySchema } from 'typeorm';
import type { Background } from '../background';
import { listen, type ListeningBackground } from '../listen';
import { repeat } from '../repeat';
import { FACTS_CHANNEL } from './facts-channel';
import { frozen, KeptRows } from './kept-rows';

/** Bytes of facts in memory, by their JSON. Those of a partnership are some 100 kB. */
const MOST_BYTES = 8 * 2 ** 20;

/** How often it is proved that changes are heard, and for how long after its beginning a proof holds. */
const PROVED_EVERY_MS = 5_000;
const PROVED_FOR_MS = 12_000;

/**
 * Rows that change only when they are loaded, in memory until they do. Below guards and resolvers: it holds tables, as the
 * service reads them, and no answer.
 *
 * Nothing is believed to be unchanged because nothing was heard. Every few seconds a pooled connection says something that
 * the listening one must hear: what was committed before it has then been heard before it. Where it is not heard, be it that
 * the connection hangs or that a pooler gives its session to others, the database is read once the last proof is too old.
 */
export class KeptFacts {
  readonly #classes: ReadonlySet<unknown>;
  readonly #kept: KeptRows;
  /** Changes with each change of facts, so that what was read before it is not kept after it. */
  #generation = 0;
  #provedUntil = -Infinity;
  #onProved: () => void = () => undefined;
  /** Resolves when a first proof was heard, from when on rows are kept; where there is nothing to keep, at once. */
  readonly proved = new Promise<void>((resolve) => (this.#onProved = resolve));
  #proof: { text: string; begun: number } | null = null;
  #listening: ListeningBackground | undefined;
  #proving: Background | undefined;

  constructor(
    private readonly dataSource: DataSource,
    facts: readonly EntitySchema[],
    mostBytes = MOST_BYTES,
  ) {
    this.#kept = new KeptRows(mostBytes);
    this.#classes = new Set(facts.map(({ options }) => options.target));
  }

  /** Begins to listen. Until a first proof, nothing is kept. */
  start(logger: Logger): void {
    if (this.#classes.size === 0) return this.#onProved();
    const { dataSource } = this;
    const work = () => this.#prove();
    const proof = { name: 'proof that changes of facts are heard', everyMs: PROVED_EVERY_MS, work };
    const onLost = () => {
      this.#doubt();
      void this.#proving?.stop();
      this.#proving = undefined;
    };
    const onHeard = (said?: string) => {
      if (said !== undefined) return this.#hear(said);
      onLost();
      this.#proving = repeat(proof, logger);
    };
    this.#listening = listen({ dataSource, channel: FACTS_CHANNEL, onHeard, onLost }, logger);
  }

  async stop(): Promise<void> {
    await this.#listening?.stop();
    await this.#proving?.stop();
    this.#doubt();
  }

  /** Whether rows of all these classes change only when they are loaded. */
  areFacts(classes: readonly unknown[]): boolean {
    return classes.every((one) => this.#classes.has(one));
  }

  /** What is kept under a name, and known not to have changed. */
  get<Row extends object>(name: string): Row[] | undefined {
    return performance.now() > this.#provedUntil ? undefined : (this.#kept.get(name) as Row[] | undefined);
  }

  /** Reads rows, and keeps them unless something changed meanwhile. They are frozen, kept or not: all requests share them. */
  async read<Row extends object>(name: string, read: () => Promise<Row[]>): Promise<Row[]> {
    const generation = this.#generation;
    const rows = frozen(await read());
    const isKnown = performance.now() <= this.#provedUntil && generation === this.#generation;
    if (isKnown) this.#kept.set(name, rows);
    return rows;
  }

  #hear(said: string): void {
    if (said === '') return this.#drop();
    // Any other is the proof of another process of the subgraph.
    if (said !== this.#proof?.text) return;
    this.#provedUntil = this.#proof.begun + PROVED_FOR_MS;
    this.#proof = null;
    this.#onProved();
  }

  /** It is not known what was missed, nor whether anything will be heard. */
  #doubt(): void {
    this.#provedUntil = -Infinity;
    this.#proof = null;
    this.#drop();
  }

  #drop(): void {
    this.#generation += 1;
    this.#kept.clear();
  }

  async #prove(): Promise<void> {
    // The last one was not heard in all that time.
    if (this.#proof) {
      this.#doubt();
      return this.#listening?.renew();
    }
    this.#proof = { text: randomUUID(), begun: performance.now() };
    await this.dataSource.query('SELECT pg_notify($1, $2)', [FACTS_CHANNEL, this.#proof.text]);
  }
}
