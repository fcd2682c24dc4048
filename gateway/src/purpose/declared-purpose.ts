import {
  isPurpose,
  NAMES_NOBODY,
  PURPOSES,
  REASON_LENGTH,
  roleOf,
  SAYS_SOMETHING,
  type Declaration,
  type DeclaredPurpose,
  type Role,
} from '@hub/access';
import { gatewayError } from '../errors';

/**
 * The purpose for which a role may see the data of single children.
 *
 * @throws GraphQLError when none is declared, or none that the role may claim, or no reason.
 */
export function declaredPurpose({ purpose, reason }: Declaration, role: Role): DeclaredPurpose {
  const { purposes: own } = roleOf(role);
  if (purpose === null) throw gatewayError('PURPOSE_REQUIRED', { purposes: oneOf(own) });
  if (!isPurpose(purpose)) throw gatewayError('PURPOSE_UNKNOWN', { purposes: oneOf(Object.keys(PURPOSES)) });
  if (!own.includes(purpose)) {
    throw gatewayError('PURPOSE_NOT_ALLOWED', { role, purpose, purposes: own.join(', ') || 'none' });
  }
  if (reason === null) {
    throw gatewayError('REASON_REQUIRED', { limit: REASON_LENGTH, rule: `${SAYS_SOMETHING}, and ${NAMES_NOBODY}` });
  }
  return { purpose, reason };
}

const oneOf = (purposes: readonly string[]) =>
  purposes.length ? `one of ${purposes.join(', ')}` : 'your role has none';
