import type { AccessEntry } from './access-entry';
import { boundedEntry } from './bounded-entry';

/** Addresses that are told apart at one time. */
const ADDRESSES = 20;
/** Stands for all others, and for one that is not known. */
const OTHERS = 'other addresses';
/** Milliseconds for which the attempts of an address are counted before the count is written. */
const MINUTE = 60_000;

/** What one address did since its count was last written. */
interface Attempts {
  count: number;
  /** When the first was, in ms since 1970. */
  since: number;
  last: AccessEntry | null;
}

const none = (): Attempts => ({ count: 0, since: 0, last: null });

/** What was done before, and what after it. */
const both = (before: Attempts, after: Attempts): Attempts => ({
  count: before.count + after.count,
  since: before.count > 0 ? before.since : after.since,
  last: after.last ?? before.last,
});

/**
 * Accesses of callers without a token, which anybody can make as many of as they like. The first of an address is recorded
 * at once; those that follow within the minute are counted, and become one record when it is over. Of more addresses than
 * are told apart all are counted together. So a minute has at most two records an address and one of the others, and no
 * attempt is lost, save those of the last minute where the process is killed.
 */
export class Strangers {
  readonly #attempts = new Map<string, Attempts>();
  #minute: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param write - writes entries, all or none */
  constructor(private readonly write: (entries: AccessEntry[]) => Promise<void>) {}

  async append(entry: AccessEntry): Promise<void> {
    const last = boundedEntry(entry);
    const { address = OTHERS } = last;
    const attempt: Attempts = { count: 1, since: Date.now(), last };
    const isFirst = address !== OTHERS && !this.#attempts.has(address) && this.#attempts.size < ADDRESSES;
    if (!isFirst) return this.#count(this.#attempts.has(address) ? address : OTHERS, attempt);
    this.#count(address, none());
    // Where it cannot be written it is counted: whoever has no token is shown nothing that would have to wait for it.
    await this.write([last]).catch(() => this.#count(address, attempt));
  }

  /** Writes what was counted. What cannot be written now is counted on. */
  flush(): Promise<void> {
    clearTimeout(this.#minute);
    this.#minute = undefined;
    const written = this.#writing.then(() => this.#flush());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #flush(): Promise<void> {
    const told = [...this.#attempts];
    // An address keeps its place until its count is written, so that those told apart stay as few as they may be.
    for (const [address] of told) this.#attempts.set(address, none());
    try {
      const counts = told.flatMap(([address, { count, since, last }]) =>
        last ? [{ ...last, address, count, since: new Date(since).toISOString() }] : [],
      );
      if (counts.length > 0) await this.write(counts);
      for (const [address] of told) if (this.#attempts.get(address)!.count === 0) this.#attempts.delete(address);
    } catch (error) {
      for (const [address, before] of told) this.#attempts.set(address, both(before, this.#attempts.get(address)!));
      throw error;
    } finally {
      if (this.#attempts.size > 0) this.#begin();
    }
  }

  #count(address: string, attempts: Attempts): void {
    this.#attempts.set(address, both(this.#attempts.get(address) ?? none(), attempts));
    this.#begin();
  }

  #begin(): void {
    this.#minute ??= setTimeout(() => void this.flush().catch(() => undefined), MINUTE).unref();
  }
}
