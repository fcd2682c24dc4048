import fc from 'fast-check';
import { BESIDE_POOL, connectionShare, GATEWAY_CONNECTIONS, leastConnections, SPARE } from './connection-share';

test('a small hub pools ten a process, and a London of 31 partnerships what there is', () => {
  expect(connectionShare(197, 6, true)).toBe(10);
  expect(connectionShare(197, 33, true)).toBe(3);
  // A server of the usual hundred connections, of which three are its superuser's.
  expect(connectionShare(97, 33, true)).toBe(1);
  expect(connectionShare(75, 33, true)).toBeNull();
});

test('whatever each process takes of its share, all of them fit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 1000 }),
      fc.integer({ min: 1, max: 200 }),
      fc.boolean(),
      (available, processes, hasGateway) => {
        const share = connectionShare(available, processes, hasGateway);
        const room = available - SPARE - (hasGateway ? GATEWAY_CONNECTIONS : 0);
        if (share === null) {
          expect(available).toBeLessThan(leastConnections(processes, hasGateway));
          return;
        }
        expect(available).toBeGreaterThanOrEqual(leastConnections(processes, hasGateway));
        // All but those that cancel, where one each is all there is.
        const beside = share === 1 ? BESIDE_POOL - 1 : BESIDE_POOL;
        expect((share + beside) * processes).toBeLessThanOrEqual(room);
        // And no fewer than could be had.
        if (share < 10) expect((share + 1 + BESIDE_POOL) * processes).toBeGreaterThan(room);
      },
    ),
  );
});
