import type { Caller } from '@hub/access';
import type { Feed } from './feed';
import { OpenFeeds } from './open-feeds';

const inAnHour = () => new Date(Date.now() + 3_600_000);
const caller = (person: string): Caller => ({
  ...{ person, role: 'duty-team', organisation: 'E09000022', partnership: 'lambeth', scopes: new Set<string>() },
});

let feeds: OpenFeeds;
beforeEach(() => {
  jest.useFakeTimers();
  feeds = new OpenFeeds();
});
afterEach(() => {
  feeds.close();
  jest.useRealTimers();
});

it('shows every fifteen seconds that a feed lives, in a line that is not an event', () => {
  const { stream } = feeds.open(caller('p:1'), inAnHour());
  const read = () => String(stream.read() ?? '');
  expect(read()).toBe('event: open\ndata: {}\n\n');
  jest.advanceTimersByTime(14_999);
  expect(read()).toBe('');
  jest.advanceTimersByTime(1);
  expect(read()).toBe(':\n\n');
});

describe('when many open feeds', () => {
  const of = (organisation: string, person: string): Caller => ({ ...caller(person), organisation });
  const system = (partnership: string, person = `system:${partnership}`): Caller => ({
    ...{ ...caller(person), role: 'partnership-system', organisation: partnership, partnership },
  });
  const isOpen = (who: Caller): Feed | null => {
    try {
      return feeds.open(who, inAnHour());
    } catch {
      return null;
    }
  };
  /** What persons of one organisation get, each of whom wants two. */
  const fill = (organisation: string, persons: number) =>
    Array.from({ length: persons * 2 }, (_, index) =>
      isOpen(of(organisation, `${organisation}:${index % persons}`)),
    ).filter((feed) => feed !== null);
  const LONDON = Array.from({ length: 33 }, (_, index) => `E090000${String(index + 1).padStart(2, '0')}`);

  it('a hundred persons of one borough have fifty, and another borough still opens one', () => {
    expect(fill('E09000022', 100)).toHaveLength(50);
    expect(() => feeds.open(of('E09000022', 'p:101'), inAnHour())).toThrow(
      expect.objectContaining({
        message: 'Your organisation has 50 feeds open. Close one before you open another.',
        extensions: { code: 'TOO_MANY_FEEDS', http: { status: 429 } },
      }),
    );
    expect(isOpen(of('E09000026', 'p:1'))).not.toBeNull();
  });

  it('a hundred persons of each of ten boroughs fill the gateway, and every other borough and system still opens one', () => {
    const greedy = LONDON.slice(0, 10).flatMap((organisation) => fill(organisation, 100));
    expect(greedy).toHaveLength(500);
    const others = [
      ...LONDON.slice(10).map((organisation) => of(organisation, organisation)),
      ...LONDON.map((name) => system(name)),
    ];
    expect(others.filter((other) => isOpen(other) === null)).toEqual([]);
    // As many as came gave way, each the newest of who had most: none has fewer than its neighbour by more than one.
    const ended = greedy.filter(({ stream }) => String(stream.read()).includes('event: end'));
    expect(ended).toHaveLength(others.length);
    const left = LONDON.slice(0, 10).map(
      (organisation) =>
        greedy.filter((feed) => feed.caller.organisation === organisation && !ended.includes(feed)).length,
    );
    expect(Math.max(...left) - Math.min(...left)).toBeLessThanOrEqual(1);
  });

  it('nobody takes a feed from who has no more', () => {
    const all = LONDON.slice(0, 10).flatMap((organisation) => fill(organisation, 100));
    for (const organisation of LONDON.slice(10)) fill(organisation, 100);
    const refused = () => feeds.open(of(LONDON[20]!, 'p:late'), inAnHour());
    expect(refused).toThrow(
      expect.objectContaining({ extensions: { code: 'FEED_UNAVAILABLE', http: { status: 503 } } }),
    );
    const left = all.filter(({ stream }) => !String(stream.read()).includes('event: end')).length;
    expect(left).toBeGreaterThanOrEqual(10 * Math.floor(500 / LONDON.length));
  });

  it('a system has five, whatever the name under which it asks', () => {
    const got = Array.from({ length: 20 }, (_, index) => isOpen(system('lambeth', `system:${index}`)));
    expect(got.filter((feed) => feed !== null)).toHaveLength(5);
  });

  it('none is opened by a gateway that closes', () => {
    feeds.close();
    expect(() => feeds.open(caller('p:1'), inAnHour())).toThrow('No more feeds can be opened here now.');
  });
});

it('does not end a feed early whose token is good for longer than a timer can run', () => {
  const { stream } = feeds.open(caller('p:1'), new Date(Date.now() + 400 * 86_400_000));
  jest.advanceTimersByTime(20_000);
  expect(String(stream.read())).not.toContain('end');
});

it('forgets a feed that nobody reads to its end', async () => {
  const { stream } = feeds.open(caller('p:1'), new Date(Date.now() + 1000));
  jest.advanceTimersByTime(1000);
  expect(stream.destroyed).toBe(false);
  jest.advanceTimersByTime(5000);
  expect(stream.destroyed).toBe(true);
});
