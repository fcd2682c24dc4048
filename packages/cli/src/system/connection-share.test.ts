import fc from 'fast-check';
import { connectionShare } from './connection-share';
import { MAX_CONNECTIONS } from './postgres';

test('a small hub pools ten a process, and a London of 31 partnerships what the embedded PostgreSQL has for it', () => {
  expect(connectionShare(MAX_CONNECTIONS, 6)).toBe(10);
  expect(connectionShare(MAX_CONNECTIONS, 33)).toBe(4);
});

test('all pools together leave twenty connections to others, up to ninety processes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (processes) => {
      const each = connectionShare(MAX_CONNECTIONS, processes) + 1;
      expect(each * processes).toBeLessThanOrEqual(MAX_CONNECTIONS - 20);
    }),
  );
});
