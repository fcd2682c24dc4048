import type { Caller, RequestIdentity } from './caller';
import { isGlassBroken } from './is-glass-broken';
import { localAuthorityOf } from './local-authority-of';
import type { Role } from './role';

const caller = (role: Role): Caller => ({
  ...{ person: 'p-1', role, organisation: 'E09000022', partnership: 'lambeth', scopes: new Set<string>() },
});
const broken = (role: Role): RequestIdentity => ({
  ...{ caller: caller(role), requestId: 'r', alert: 'alert:1', isHub: true },
  declared: { purpose: 'BREAK_GLASS', reason: 'A child is in danger now.' },
});

describe('what a caller is party to', () => {
  it('is decided by the local authority of a duty team and of a conference chair', () => {
    expect(localAuthorityOf(caller('duty-team'))).toBe('E09000022');
    expect(localAuthorityOf(caller('conference-chair'))).toBe('E09000022');
  });

  it('is nothing by an organisation of another role, whatever its code looks like, and nothing without a token', () => {
    expect(localAuthorityOf(caller('analyst'))).toBeNull();
    expect(localAuthorityOf(caller('partnership-system'))).toBeNull();
    expect(localAuthorityOf(null)).toBeNull();
  });
});

describe('breaking the glass', () => {
  it('takes the purpose, an alert, and a role that may', () => {
    expect(isGlassBroken(broken('duty-team'))).toBe(true);
    expect(isGlassBroken({ ...broken('duty-team'), alert: null })).toBe(false);
    expect(isGlassBroken({ ...broken('duty-team'), declared: { purpose: 'SERIOUS_INCIDENT', reason: 'r' } })).toBe(
      false,
    );
    expect(isGlassBroken({ ...broken('duty-team'), declared: null })).toBe(false);
    expect(isGlassBroken(broken('partnership-system'))).toBe(false);
    expect(isGlassBroken({ ...broken('duty-team'), caller: null })).toBe(false);
  });
});
