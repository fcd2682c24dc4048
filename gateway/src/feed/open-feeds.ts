import type { Caller } from '@hub/access';
import { gatewayError } from '../errors';
import { Feed } from './feed';
import type { FedMovement } from './fed-movement';

/** Feeds that one caller may have open: those of a few pages. */
const OF_ONE_CALLER = 5;
/** Feeds that this process keeps open. */
const IN_ALL = 500;
/** Milliseconds between two signs of life. */
const BEAT_MS = 15_000;

/** Every feed that is open at this gateway. */
export class OpenFeeds {
  readonly #feeds = new Set<Feed>();
  readonly #beating = setInterval(() => this.#each((feed) => feed.beat()), BEAT_MS).unref();
  #isClosed = false;

  /**
   * Opens a feed. What comes from then on waits in it until it is sent.
   *
   * @param expiry - when the caller's token expires
   * @throws GraphQLError when there are too many.
   */
  open(caller: Caller, expiry: Date): Feed {
    const own = [...this.#feeds].filter((feed) => feed.caller.person === caller.person);
    if (own.length >= OF_ONE_CALLER) throw gatewayError('TOO_MANY_FEEDS', { limit: OF_ONE_CALLER });
    if (this.#feeds.size >= IN_ALL || this.#isClosed) throw gatewayError('FEED_UNAVAILABLE');
    const feed = new Feed(caller, expiry, (closed) => this.#feeds.delete(closed));
    this.#feeds.add(feed);
    return feed;
  }

  tell(fed: FedMovement): void {
    this.#each((feed) => feed.tell(fed));
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

  #each(act: (feed: Feed) => void): void {
    for (const feed of this.#feeds) act(feed);
  }
}
