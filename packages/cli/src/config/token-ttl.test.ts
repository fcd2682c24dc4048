import { readTtl } from './token-ttl';

test.each([
  ['90s', 90],
  ['30m', 1800],
  ['24h', 86_400],
])('%s is %d seconds', (ttl, seconds) => expect(readTtl(ttl)).toBe(seconds));

test.each(['', '1', 'h', '1d', '0s', '-1h', '1.5h', '25h', '86401s', '1h30m'])('"%s" is refused in words', (ttl) => {
  expect(() => readTtl(ttl)).toThrow(`is "${ttl}", and must be from 1 second to 24 hours`);
});
