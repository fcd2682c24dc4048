import type { Passport } from '@hub/access';
import { Sector } from '@hub/contract';
import { requireOwnSector } from './require-own-sector';
import { SIGNING_SECTORS } from './sign-off-rule';

const passport = (...scopes: string[]): Passport => ({
  caller: {
    person: 'p1',
    role: 'statutory-partner-police',
    organisation: 'metropolitan-police',
    partnership: null,
    scopes: new Set(scopes),
  },
  declared: null,
  requestId: 'test',
  alert: null,
  isHub: true,
});

describe('a sign-off', () => {
  it.each([
    [Sector.LOCAL_AUTHORITY, 'decisions:sign-local-authority'],
    [Sector.POLICE, 'decisions:sign-police'],
    [Sector.NHS, 'decisions:sign-nhs'],
  ])('for %s needs the scope of that sector, and that of another is refused', (sector, scope) => {
    expect(() => requireOwnSector(passport(scope), sector)).not.toThrow();
    for (const other of SIGNING_SECTORS.filter((one) => one !== sector)) {
      expect(() => requireOwnSector(passport(scope), other)).toThrow(`You may not sign for ${other}.`);
    }
  });

  it('is refused without a caller', () => {
    expect(() => requireOwnSector({ ...passport(), caller: null }, Sector.NHS)).toThrow('You may not sign for NHS.');
  });

  it('is not judged where the sector signs nothing: that is refused for everybody', () => {
    expect(() => requireOwnSector(passport(), Sector.EDUCATION)).not.toThrow();
  });
});
