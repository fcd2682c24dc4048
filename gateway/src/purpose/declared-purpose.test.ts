import { PURPOSES, ROLE_NAMES, roleOf } from '@hub/access';
import { declaredPurpose } from './declared-purpose';

const reason = 'Placed with an aunt in Havering.';

describe('declaredPurpose', () => {
  it('gives each role its own purposes and no other', () => {
    for (const role of ROLE_NAMES) {
      const allowed = Object.keys(PURPOSES).filter((purpose) => isAllowed(purpose, role));
      expect([role, new Set(allowed)]).toEqual([role, new Set(roleOf(role).purposes)]);
    }
  });

  it.each([
    [
      'PURPOSE_REQUIRED',
      null,
      reason,
      /Send the header x-purpose: one of CROSS_BOUNDARY_MOVEMENT, SERIOUS_INCIDENT, BREAK/,
    ],
    ['PURPOSE_UNKNOWN', 'CURIOSITY', reason, /names no purpose of the hub\. Send one of CROSS_BOUNDARY_MOVEMENT/],
    ['PURPOSE_UNKNOWN', 'toString', reason, /names no purpose/],
    ['PURPOSE_UNKNOWN', 'SERIOUS_INCIDENT, BREAK_GLASS', reason, /names no purpose/],
    ['PURPOSE_NOT_ALLOWED', 'AUDIT', reason, /^The role duty-team may not ask for AUDIT\. It may ask for: CROSS_BOUND/],
    [
      'REASON_REQUIRED',
      'SERIOUS_INCIDENT',
      null,
      /Send the header x-reason with at least two different words, .* up to 500 characters/,
    ],
  ])('refuses with %s what is declared as %s, and says what to send', (code, purpose, why, message) => {
    expect(() => declaredPurpose({ purpose, reason: why }, 'duty-team')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code }),
      }),
    );
  });
});

function isAllowed(purpose: string, role: (typeof ROLE_NAMES)[number]): boolean {
  try {
    return declaredPurpose({ purpose, reason }, role).purpose === purpose;
  } catch {
    return false;
  }
}
