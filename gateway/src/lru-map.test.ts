import { LruMap } from './lru-map';

describe('a map that forgets', () => {
  const keysOf = (map: LruMap<string, unknown>) => [...'abcd'].filter((key) => map.has(key)).join('');

  it('what was used longest ago, once it holds too many', () => {
    const map = new LruMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);
    expect([keysOf(map), map.get('a')]).toEqual(['ac', 3]);
    map.set('d', 5);
    expect(keysOf(map)).toBe('ad');
  });

  it('also once it holds too much, and what is too large by itself', () => {
    const map = new LruMap<string, string>(10, ({ length }) => length);
    map.set('a', 'xxxx');
    map.set('b', 'xxxx');
    map.set('c', 'xxxx');
    expect(keysOf(map)).toBe('bc');
    map.set('b', 'x');
    map.set('d', 'xxxxx');
    expect(keysOf(map)).toBe('bcd');
    map.set('a', 'x'.repeat(11));
    expect(keysOf(map)).toBe('');
    map.set('a', 'x');
    expect(keysOf(map)).toBe('a');
  });
});
