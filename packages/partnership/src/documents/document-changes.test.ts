import { QuorumRule, Sector } from '@hub/contract';
import * as fc from 'fast-check';
import { documentChanges, type DocumentSays } from './document-changes';

const word = fc.constantFrom('monthly', 'quarterly', null);
const body = fc.record({
  id: fc.constantFrom('executive', 'board', 'subgroup'),
  name: fc.constantFrom('One', 'Other'),
  meetingFrequency: word,
  quorum: fc.constantFrom(...Object.values(QuorumRule)),
  chairArrangement: fc.constant(null),
  sources: fc.constant<string[]>(['AAA-01']),
  seats: fc.array(fc.record({ title: fc.constantFrom('A', 'B'), places: fc.constantFrom(1, null) }), { maxLength: 2 }),
});
const obligation = fc.record({
  id: fc.constantFrom('meets', 'reports'),
  rule: fc.constantFrom('Often', 'Seldom'),
  clauseId: fc.constantFrom('AAA-02', null),
});
const partner = fc.record({
  agency: fc.constantFrom('council', 'police').map((id) => ({ id, name: id, sector: Sector.POLICE })),
  sector: fc.constantFrom(Sector.POLICE, Sector.LOCAL_AUTHORITY),
  leadRepresentative: fc.constantFrom('Chief', null),
  sources: fc.constant<string[]>(['AAA-03']),
});
const document: fc.Arbitrary<DocumentSays> = fc.record({
  bodies: fc.uniqueArray(body, { selector: ({ id }) => id }),
  obligations: fc.uniqueArray(obligation, { selector: ({ id }) => id }),
  statutoryPartners: fc.uniqueArray(partner, { selector: ({ agency }) => agency.id }),
});

describe('what one document says otherwise than another', () => {
  it('is nothing of the same, and the other way round with the sides exchanged', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        expect(documentChanges(one, one)).toEqual([]);
        const exchanged = documentChanges(other, one).map((change) => [
          change.of,
          change.what,
          change.later,
          change.earlier,
        ]);
        const changes = documentChanges(one, other).map((change) => [
          change.of,
          change.what,
          change.earlier,
          change.later,
        ]);
        expect(changes.sort()).toEqual(exchanged.sort());
      }),
    );
  });

  it('names the frequency of each body as one finds who looks it up in both', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        for (const id of ['executive', 'board', 'subgroup']) {
          const [was, is] = [one, other].map((each) => each.bodies.find((b) => b.id === id)?.meetingFrequency ?? null);
          const change = documentChanges(one, other).find(({ of, what }) => of === id && what === 'frequency');
          expect(change === undefined).toBe(was === is);
          if (change) expect([change.earlier, change.later]).toEqual([was, is]);
        }
      }),
    );
  });
});
