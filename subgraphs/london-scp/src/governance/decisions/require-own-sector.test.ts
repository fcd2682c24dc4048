import type { RequestIdentity } from '@hub/access';
import { Sector } from '@hub/contract';
import { requireOwnSector } from './require-own-sector';
import { SIGNING_SECTORS } from './sign-off-rule';

const requestIdentity = (...scopes: string[]): RequestIdentity => ({
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
    expect(() => requireOwnSector(requestIdentity(scope), sector)).not.toThrow();
    for (const other of SIGNING_SECTORS.filter((one) => one !== sector)) {
      expect(() => requireOwnSector(requestIdentity(scope), other)).toThrow(`You may not sign for ${other}.`);
    }
  });

  it('is refused without a caller', () => {
    expect(() => requireOwnSector({ ...requestIdentity(), caller: null }, Sector.NHS)).toThrow(
      'You may not sign for NHS.',
    );
  });

  it('is not judged where the sector signs nothing: that is refused for everybody', () => {
    expect(() => requireOwnSector(requestIdentity(), Sector.EDUCATION)).not.toThrow();
  });
});
