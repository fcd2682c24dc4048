import { ownerOfClaim } from './owner-of-claim';

const [CLAIMANT, HOLDER] = ['E09000022', 'E09000026'] as const;
const responsible = { authority: HOLDER, from: '2026-03-02T10:00:00.000Z' };

describe('an open claim', () => {
  it.each([
    ['is for whoever is responsible to answer', null, HOLDER],
    [
      'is for the claimant once it was answered: it gives way, or takes it further',
      '2026-03-03T10:00:00.000Z',
      CLAIMANT,
    ],
    ['is for whoever became responsible after the answer of another', '2026-03-01T10:00:00.000Z', HOLDER],
  ])('%s', (_, answeredAt, owner) => {
    expect(ownerOfClaim({ claimant: CLAIMANT, answeredAt }, responsible)).toBe(owner);
  });
});
