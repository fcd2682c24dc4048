import { Sector, type NetworkConnection } from '@hub/contract';
import * as fc from 'fast-check';
import { agencyFinder, connectionsTo } from './reduce-network';

const id = fc.constantFrom('a', 'b', 'c');
const byPartnership = <Answer extends object>(answer: fc.Arbitrary<Answer>) =>
  fc.array(answer).map((all) => all.map((one, place) => ({ ...one, partnership: { id: `p${place}` } })));
const agencies = byPartnership(
  fc.record({
    agencies: fc.uniqueArray(id).map((ids) => ids.map((i) => ({ id: i, name: i, sector: Sector.NHS }))),
  }),
);
const networkConnections = byPartnership(
  fc.record({
    networkConnections: fc.array(
      fc.record({
        networkId: id,
        connectedOn: fc.constant('2026-01-01'),
        isSynthetic: fc.boolean(),
        body: fc.record({ id, name: id }) as unknown as fc.Arbitrary<NetworkConnection['body']>,
      }),
    ),
  }),
);

describe('what partnerships answered for a network', () => {
  it('gives every connection to the network to its own partnership, and no other', () => {
    fc.assert(
      fc.property(networkConnections, id, (given, networkId) => {
        const naive: unknown[] = [];
        for (const { partnership, networkConnections } of given) {
          for (const connection of networkConnections) {
            const { id: bodyId, name } = connection.body;
            if (connection.networkId === networkId) naive.push([partnership, { bodyId, name }]);
          }
        }
        const found = connectionsTo(networkId, given);
        expect(found.map(({ partnership, body }) => [partnership, body])).toEqual(naive);
      }),
    );
  });

  it("finds an agency among its own partnership's, and never another's", () => {
    fc.assert(
      fc.property(agencies, fc.nat({ max: 5 }), id, (given, place, agencyId) => {
        const expected = given[place]?.agencies.find((one) => one.id === agencyId) ?? null;
        expect(agencyFinder(given)(`p${place}`, agencyId)).toEqual(expected);
      }),
    );
  });
});
