import { localAuthorityOf, type Caller } from '@hub/access';
import { Holdings } from '@hub/http';
import { gatewayError } from '../errors';
import { Feed } from './feed';
import type { FedMovement } from './fed-movement';

/** Feeds that one caller may have open: those of a few pages. */
const OF_ONE_CALLER = 5;
/** Feeds that the people of one organisation may have open, and that the system of one partnership may. */
const OF_ONE_ORGANISATION = 50;
const OF_ONE_SYSTEM = 5;
/** Feeds that this process keeps open. */
const IN_ALL = 500;
/** Milliseconds between two signs of life. */
const BEAT_MS = 15_000;

/**
 * Every feed that is open at this gateway. Where all are taken, the newest of the organisation that has most gives way to an
 * organisation that would still have fewer: so each always has room, the system of each partnership too.
 */
export class OpenFeeds {
  readonly #feeds = new Holdings<Feed>();
  readonly #beating = setInterval(() => this.#each((feed) => feed.beat()), BEAT_MS).unref();
  #isClosed = false;

  /**
   * Opens a feed. What comes from then on waits in it until it is sent.
   *
   * @param expiry - when the caller's token expires
   * @throws GraphQLError when there are too many.
   */
  open(caller: Caller, expiry: Date): Feed {
    const holder = holderOf(caller);
    const limit = caller.role === 'partnership-system' ? OF_ONE_SYSTEM : OF_ONE_ORGANISATION;
    const own = this.#feeds.itemsOf(holder).filter((feed) => feed.caller.person === caller.person);
    if (own.length >= OF_ONE_CALLER) throw gatewayError('TOO_MANY_FEEDS', { who: 'You have', limit: OF_ONE_CALLER });
    if (this.#feeds.of(holder) >= limit) throw gatewayError('TOO_MANY_FEEDS', { who: 'Your organisation has', limit });
    if (this.#isClosed || !this.#hasRoomFor(holder)) throw gatewayError('FEED_UNAVAILABLE');
    const feed = new Feed(caller, expiry, (closed) => this.#feeds.remove(holder, closed));
    this.#feeds.add(holder, feed);
    return feed;
  }

  /** How many are open. */
  get count(): number {
    return this.#feeds.total;
  }

  send(fed: FedMovement): void {
    this.#each((feed) => feed.send(fed));
  }

  missed(): void {
    this.#each((feed) => feed.missed());
  }

  /** Ends all feeds, and opens no more. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#beating);
    this.#each((feed) => feed.end());
  }

  #hasRoomFor(holder: string): boolean {
    if (this.#feeds.total < IN_ALL) return true;
    const greediest = this.#feeds.greediest()!;
    // With one fewer it has no less than the other with one more: the two would not go on taking it from each other.
    if (this.#feeds.of(greediest) <= this.#feeds.of(holder) + 1) return false;
    const newest = this.#feeds.itemsOf(greediest).at(-1)!;
    this.#feeds.remove(greediest, newest);
    newest.end();
    return true;
  }

  #each(act: (feed: Feed) => void): void {
    for (const holder of this.#feeds.holders()) this.#feeds.itemsOf(holder).forEach(act);
  }
}

/** Who shares an allowance: the people of an authority, and apart from them the system of a partnership. */
function holderOf(caller: Caller): string {
  if (caller.role === 'partnership-system') return `system of ${caller.partnership}`;
  return `people of ${localAuthorityOf(caller) ?? caller.organisation}`;
}
