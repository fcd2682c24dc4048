import { Sector } from '@hub/contract';
import * as fc from 'fast-check';
import { agencyFinder, answeredIds, answersByPartnership, connectionsTo, type NetworkAnswer } from './reduce-network';

const id = fc.constantFrom('a', 'b', 'c');
const answer = fc.option(
  fc.record({
    agencies: fc.option(fc.uniqueArray(id).map((ids) => ids.map((i) => ({ id: i, name: i, sector: Sector.NHS })))),
    networkConnections: fc.option(
      fc.array(
        fc.record({
          networkId: id,
          connectedOn: fc.constant('2026-01-01'),
          isSynthetic: fc.boolean(),
          body: fc.record({ id, name: id }),
        }),
      ),
    ),
  }),
);
const answers = fc.array(answer);
const idsOf = (list: readonly unknown[]) => list.map((_, place) => `p${place}`);

describe('what partnerships answered for a network', () => {
  it('counts as answered exactly those who gave the list, even an empty one', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const named = answersByPartnership(idsOf(given), given);
        const expected = given.flatMap((one, place) => (one?.networkConnections ? [`p${place}`] : []));
        expect([...answeredIds(named, 'networkConnections')]).toEqual(expected);
      }),
    );
  });

  it('gives every connection to the network to its own partnership, and no other', () => {
    fc.assert(
      fc.property(answers, id, (given, networkId) => {
        const found = connectionsTo(networkId, answersByPartnership(idsOf(given), given));
        const naive: unknown[] = [];
        for (let place = 0; place < given.length; place += 1) {
          for (const connection of given[place]?.networkConnections ?? []) {
            const { id: bodyId, name } = connection.body;
            if (connection.networkId === networkId) naive.push([`p${place}`, { bodyId, name }]);
          }
        }
        expect(found.map(({ partnershipId, body }) => [partnershipId, body])).toEqual(naive);
      }),
    );
  });

  it("finds an agency among its own partnership's, and never another's", () => {
    fc.assert(
      fc.property(answers, fc.nat({ max: 5 }), id, (given, place, agencyId) => {
        const agency = agencyFinder(answersByPartnership(idsOf(given), given))(`p${place}`, agencyId);
        expect(agency).toEqual(given[place]?.agencies?.find((one) => one.id === agencyId) ?? null);
      }),
    );
  });

  it('is refused when it cannot be told whose answer is whose', () => {
    const given: (NetworkAnswer | null)[] = [null];
    expect(() => answersByPartnership(['p0', 'p1'], given)).toThrow(
      '2 partnerships were asked, and 1 places hold answers.',
    );
  });
});
