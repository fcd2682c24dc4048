import fc from 'fast-check';
import { ChairKind } from './chair-kind';
import { ChairOffice } from './chair-office';
import { chairProblem, type ChairCircumstances, type ProposedChair } from './chair-rule';
import { Sector } from './sector';
import { ViceChairKind } from './vice-chair-kind';

const { LOCAL_AUTHORITY, NHS, POLICE, INDEPENDENT, LAY } = Sector;
const proposed: ProposedChair = {
  ...{ office: ChairOffice.CHAIR, sector: LOCAL_AUTHORITY, agencyId: null, appointedOn: '2026-04-01' },
  ...{ isAlsoScrutineer: null, isMember: null },
};
const alone: ChairCircumstances = { statutoryAgencies: ['council', 'icb', 'bcu'], otherChairs: [] };
const arranged = (kind: ChairKind, viceChair = ViceChairKind.NOT_SPECIFIED) => ({
  ...{ kind, viceChair, isAlsoScrutineer: null, rotation: [LOCAL_AUTHORITY, NHS, POLICE] },
});
const fieldOf = (...given: Parameters<typeof chairProblem>) => chairProblem(...given)?.field ?? null;

describe('a chair', () => {
  it.each([
    [ChairKind.LOCAL_AUTHORITY_CHIEF_EXECUTIVE, LOCAL_AUTHORITY, null],
    [ChairKind.LOCAL_AUTHORITY_CHIEF_EXECUTIVE, POLICE, 'sector'],
    [ChairKind.INDEPENDENT, INDEPENDENT, null],
    [ChairKind.INDEPENDENT, NHS, 'sector'],
    [ChairKind.ROTATING, NHS, null],
    [ChairKind.ROTATING, INDEPENDENT, 'sector'],
    [ChairKind.NOT_SPECIFIED, LAY, null],
  ])('that is %s and comes from %s is refused by %s', (kind, sector, field) => {
    expect(fieldOf(arranged(kind), { ...proposed, sector }, alone)).toBe(field);
  });

  it('of a body whose document is silent may be anybody', () => {
    expect(chairProblem(null, proposed, alone)).toBeNull();
  });

  it('is the scrutineer where the document says so, and is not where it says that', () => {
    const is = { ...arranged(ChairKind.INDEPENDENT), isAlsoScrutineer: true };
    const independent = { ...proposed, sector: INDEPENDENT };
    expect(fieldOf(is, { ...independent, isAlsoScrutineer: false }, alone)).toBe('isAlsoScrutineer');
    expect(fieldOf(is, { ...independent, isAlsoScrutineer: true }, alone)).toBeNull();
    const isNot = { ...arranged(ChairKind.ROTATING), isAlsoScrutineer: false };
    expect(fieldOf(isNot, { ...proposed, isAlsoScrutineer: true }, alone)).toBe('isAlsoScrutineer');
  });

  it('that rotates is never of the sector before or after it, over two cycles in any order of recording', () => {
    const sectors = [LOCAL_AUTHORITY, NHS, POLICE, LOCAL_AUTHORITY, NHS, POLICE];
    const terms = sectors.map((sector, year) => ({ sector, agencyId: null, appointedOn: `202${year}-04-01` }));
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom(LOCAL_AUTHORITY, NHS, POLICE), (place, sector) => {
        const otherChairs = terms.filter((_, index) => index !== place).reverse();
        const { appointedOn } = terms[place]!;
        const isBroken = [terms[place - 1], terms[place + 1]].some((term) => term?.sector === sector);
        const field = fieldOf(
          arranged(ChairKind.ROTATING),
          { ...proposed, sector, appointedOn },
          { ...alone, otherChairs },
        );
        expect(field).toBe(isBroken ? 'sector' : null);
      }),
    );
  });
});

describe('a vice-chair', () => {
  const vice = { ...proposed, office: ChairOffice.VICE_CHAIR, agencyId: 'icb' };
  const elected = arranged(ChairKind.INDEPENDENT, ViceChairKind.ELECTED_FROM_STATUTORY_PARTNERS);
  const chairs = [{ sector: NHS, agencyId: 'icb', appointedOn: '2025-01-01' }];

  it('that is elected is of a statutory partner, and of another than the chair', () => {
    expect(fieldOf(elected, vice, alone)).toBeNull();
    expect(fieldOf(elected, { ...vice, agencyId: 'housing' }, alone)).toBe('agencyId');
    expect(fieldOf(elected, { ...vice, agencyId: null }, alone)).toBe('agencyId');
    expect(fieldOf(elected, vice, { ...alone, otherChairs: chairs })).toBe('agencyId');
  });

  it('that is appointed from the members is one', () => {
    const fromMembers = arranged(ChairKind.INDEPENDENT, ViceChairKind.APPOINTED_FROM_MEMBERS);
    const of = (isMember: boolean | null) => fieldOf(fromMembers, { ...vice, isMember }, alone);
    expect([of(true), of(false), of(null)]).toEqual([null, 'memberReference', 'memberReference']);
  });
});

it('a scrutineer is independent', () => {
  const scrutineer = { ...proposed, office: ChairOffice.INDEPENDENT_SCRUTINEER };
  expect(fieldOf(null, scrutineer, alone)).toBe('sector');
  expect(fieldOf(null, { ...scrutineer, sector: INDEPENDENT }, alone)).toBeNull();
});
