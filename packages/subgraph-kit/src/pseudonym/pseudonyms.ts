import { createHmac } from 'node:crypto';
import type { Purpose } from '@hub/access';
import { nhsNumberFault } from '@hub/contract';
import { GraphQLError } from 'graphql';
import type { PseudonymKey, PseudonymKeys } from './pseudonym-keys';

/** By what an authority's own system knows a child of whom it has no NHS number. */
export interface LocalReference {
  /** GSS code of the authority: what another calls the same is another child. */
  authority: string;
  /** Of an unborn child: what the system calls the mother. */
  reference: string;
  isUnborn: boolean;
}

/** Makes pseudonyms of children, so that no NHS number and no local reference leaves the partnership that has it. */
export interface Pseudonyms {
  /**
   * The pseudonym to give a child now.
   * @throws GraphQLError when the text is no NHS number that a child can have, or the purpose has no key
   */
  pseudonymOf(nhsNumber: string, purpose: Purpose): string;
  /** Every pseudonym that the child may be known by, the newest first: those of keys that were rotated out included. */
  pseudonymsOf(nhsNumber: string, purpose: Purpose): string[];
  /** The same of a child that an authority knows by a reference of its own alone. No NHS number gives any of them. */
  pseudonymsOfReference(local: LocalReference, purpose: Purpose): string[];
}

/** Versions of the way pseudonyms are made, of an NHS number and of a local reference. Another way gets another. */
const [SCHEME, SCHEME_OF_REFERENCES] = ['p1', 'p2'] as const;

/**
 * Pseudonyms under the keys given: `p1:<key version>:<HMAC-SHA-256, base64url>`, over `p1:<purpose>:<ten digits>`. The
 * same child has the same one wherever the keys are the same, and for another purpose a different one.
 *
 * Of a local reference it is `p2:…`, over `p2:<purpose>:<GSS code>:<BORN or UNBORN>:<reference>`, without spaces around it: so a
 * mother who is a child herself, and is known by the same reference, has another than the child whom she expects.
 */
export function pseudonymsUnder(keys: PseudonymKeys): Pseudonyms {
  const keysOf = (purpose: Purpose): readonly PseudonymKey[] => {
    const found = keys[purpose];
    if (!found) throw new Error(`There is no key for pseudonyms of ${purpose}. Add one to the file of PSEUDONYM_KEYS.`);
    return found;
  };
  return {
    pseudonymOf: (nhsNumber, purpose) => pseudonym(keysOf(purpose)[0]!, SCHEME, `${purpose}:${digitsOf(nhsNumber)}`),
    pseudonymsOf: (nhsNumber, purpose) =>
      keysOf(purpose).map((key) => pseudonym(key, SCHEME, `${purpose}:${digitsOf(nhsNumber)}`)),
    pseudonymsOfReference: ({ authority, reference, isUnborn }, purpose) => {
      const child = `${authority}:${isUnborn ? 'UNBORN' : 'BORN'}:${reference.trim().normalize('NFC')}`;
      return keysOf(purpose).map((key) => pseudonym(key, SCHEME_OF_REFERENCES, `${purpose}:${child}`));
    },
  };
}

function pseudonym({ version, secret }: PseudonymKey, scheme: string, child: string): string {
  const mac = createHmac('sha256', secret).update(`${scheme}:${child}`).digest('base64url');
  return `${scheme}:${version}:${mac}`;
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
