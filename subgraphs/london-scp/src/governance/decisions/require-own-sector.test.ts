import type { RequestIdentity } from '@hub/access';
import { Sector } from '@hub/contract';
import { signsForOwnSector } from './require-own-sector';
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
    expect(signsForOwnSector.problem({ sector }, requestIdentity(scope))).toBeNull();
    for (const other of SIGNING_SECTORS.filter((one) => one !== sector)) {
      expect(signsForOwnSector.problem({ sector: other }, requestIdentity(scope))).toMatchObject({
        ...{ field: ['input', 'sector'], code: 'SECTOR_NOT_YOURS' },
      });
    }
  });

  it('is refused without a caller', () => {
    const nobody = { ...requestIdentity(), caller: null };
    expect(signsForOwnSector.problem({ sector: Sector.NHS }, nobody)).toMatchObject({ code: 'SECTOR_NOT_YOURS' });
  });

  it('is not judged where the sector signs nothing: that is refused for everybody', () => {
    expect(signsForOwnSector.problem({ sector: Sector.EDUCATION }, requestIdentity())).toBeNull();
  });
});
