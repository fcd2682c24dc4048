import * as fc from 'fast-check';
import { reduceSignatures } from './reduce-signatures';

const agency = fc.constantFrom('council', 'police', 'icb', 'school').map((id) => ({ id }));
const history = fc.record({
  partnership: fc.constantFrom('a', 'b'),
  statutoryAgencies: fc.array(agency, { maxLength: 5 }),
  signatures: fc.uniqueArray(fc.record({ agency, signedOn: fc.constant('2025-01-01') }), {
    selector: (signature) => signature.agency.id,
  }),
});
const histories = fc.uniqueArray(history, { selector: ({ partnership }) => partnership });

describe('who has signed an agreement', () => {
  it('puts each statutory agency of each partnership on one side, once', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { signed, unsigned } = reduceSignatures(all);
        for (const { partnership, statutoryAgencies } of all) {
          for (const { id } of statutoryAgencies) {
            const isHere = (row: { partnership: string; agency: { id: string } }) =>
              row.partnership === partnership && row.agency.id === id;
            expect([...signed.filter(isHere), ...unsigned.filter(isHere)]).toHaveLength(1);
          }
        }
        expect(signed).toHaveLength(all.flatMap(({ signatures }) => signatures).length);
      }),
    );
  });
});
