import type { Caller } from '@hub/access';
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

it('shows every fifteen seconds that a feed lives, in a line that is no event', () => {
  const { stream } = feeds.open(caller('p:1'), inAnHour());
  const read = () => String(stream.read() ?? '');
  expect(read()).toBe('event: open\ndata: {}\n\n');
  jest.advanceTimersByTime(14_999);
  expect(read()).toBe('');
  jest.advanceTimersByTime(1);
  expect(read()).toBe(':\n\n');
});

it('keeps five hundred feeds open, and refuses the next with the remedy', () => {
  const open = (index: number) => feeds.open(caller(`p:${index % 100}`), inAnHour());
  const all = Array.from({ length: 500 }, (_, index) => open(index));
  const next = () => feeds.open(caller('p:another'), inAnHour());
  expect(next).toThrow(expect.objectContaining({ extensions: { code: 'FEED_UNAVAILABLE', http: { status: 503 } } }));
  for (const feed of all) feed.stream.on('error', () => undefined);
  feeds.close();
  expect(next).toThrow('No more feeds can be opened here now.');
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
