import { createHmac } from 'node:crypto';
import type { Purpose } from '@hub/access';
import { nhsNumberFault } from '@hub/contract';
import { GraphQLError } from 'graphql';
import type { PseudonymKey, PseudonymKeys } from './pseudonym-keys';

/** Makes pseudonyms of children, so that no NHS number leaves the partnership that has it. */
export interface Pseudonyms {
  /**
   * The pseudonym to give a child now.
   * @throws GraphQLError when the text is no NHS number that a child can have, or the purpose has no key
   */
  pseudonymOf(nhsNumber: string, purpose: Purpose): string;
  /** Every pseudonym that the child may be known by, the newest first: those of keys that were rotated out included. */
  pseudonymsOf(nhsNumber: string, purpose: Purpose): string[];
}

/** Version of the way pseudonyms are made. Another way gets another. */
const SCHEME = 'p1';

/**
 * Pseudonyms under the keys given: `p1:<key version>:<HMAC-SHA-256, base64url>`, over `p1:<purpose>:<ten digits>`. The
 * same child has the same one wherever the keys are the same, and for another purpose a different one.
 */
export function pseudonymsUnder(keys: PseudonymKeys): Pseudonyms {
  const keysOf = (purpose: Purpose): readonly PseudonymKey[] => {
    const found = keys[purpose];
    if (!found) throw new Error(`There is no key for pseudonyms of ${purpose}. Add one to the file of PSEUDONYM_KEYS.`);
    return found;
  };
  return {
    pseudonymOf: (nhsNumber, purpose) => pseudonym(keysOf(purpose)[0]!, purpose, digitsOf(nhsNumber)),
    pseudonymsOf: (nhsNumber, purpose) => keysOf(purpose).map((key) => pseudonym(key, purpose, digitsOf(nhsNumber))),
  };
}

function pseudonym({ version, secret }: PseudonymKey, purpose: Purpose, digits: string): string {
  const mac = createHmac('sha256', secret).update(`${SCHEME}:${purpose}:${digits}`).digest('base64url');
  return `${SCHEME}:${version}:${mac}`;
}

/** The message says nothing of the text: it may be a real number, mistyped. */
function digitsOf(nhsNumber: string): string {
  const digits = nhsNumber.replaceAll(' ', '');
  if (nhsNumberFault(digits) === null) return digits;
  throw new GraphQLError(
    'nhsNumber is not an NHS number that a child can have: ten digits, of which the last is the check digit. Compare it with its source.',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}
