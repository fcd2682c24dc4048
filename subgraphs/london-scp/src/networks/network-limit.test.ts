import { readNetworkLimit } from './network-limit';

describe('the limit on supported networks', () => {
  it('is none unless it is set', () => {
    expect(readNetworkLimit({})).toBeNull();
    expect(readNetworkLimit({ NETWORK_LIMIT: '' })).toBeNull();
    expect(readNetworkLimit({ NETWORK_LIMIT: '12' })).toBe(12);
  });

  it.each(['0', '-1', '1.5', '1e3', 'many', ' 3'])('cannot be %j', (text) => {
    expect(() => readNetworkLimit({ NETWORK_LIMIT: text })).toThrow(
      'NETWORK_LIMIT is not valid. Set it to a whole number from 1, or leave it out for no limit on the number of supported networks.',
    );
  });
});
