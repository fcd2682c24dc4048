import { nhsNumberFault, type NhsNumberFault, type UserError } from '@hub/contract';
import { type SubgraphContext, problem } from '@hub/subgraph-kit';

/** What to do about a number that is none. */
const NOT_A_NUMBER: Readonly<Record<NhsNumberFault, string>> = {
  NOT_WELL_FORMED: 'It is no NHS number: ten digits, of which the last is the check digit. Compare it with its source.',
  DUMMY: "It is a dummy, which would make one child of all who have it. Ask the child's GP or school nurse for theirs.",
  NOT_ISSUED: 'Nobody in the United Kingdom is issued such a number. Compare it with its source.',
};
const LONGEST_REFERENCE = 100;
/** Characters that nobody writes. */
const CONTROL = /\p{Cc}|\p{Cs}/u;

/** By what a child is named, as it comes: it is looked at here, made into pseudonyms, and goes no further. */
export interface NamedChild {
  nhsNumber?: string | null;
  localReference?: string | null;
}

/** Why a child cannot be named so: by a number or by a reference, and by one of them. Nothing in it says what they were. */
export function namingProblems({ nhsNumber, localReference }: NamedChild, isUnborn: boolean): UserError[] {
  if (isGiven(nhsNumber) && isGiven(localReference)) {
    return [problem('localReference', 'NOT_BOTH', 'A child with an NHS number is named by it. Leave the other out.')];
  }
  if (isGiven(nhsNumber)) {
    if (isUnborn) return [problem('nhsNumber', 'NOT_BORN', NO_NUMBER_YET)];
    const fault = nhsNumberFault(nhsNumber);
    return fault ? [problem('nhsNumber', 'NHS_NUMBER_INVALID', NOT_A_NUMBER[fault])] : [];
  }
  if (!isGiven(localReference)) return [problem(isUnborn ? 'localReference' : 'nhsNumber', 'REQUIRED', NOBODY_NAMED)];
  const isReference = localReference.trim() !== '' && !CONTROL.test(localReference);
  return isReference && localReference.length <= LONGEST_REFERENCE
    ? []
    : [problem('localReference', 'LOCAL_REFERENCE_INVALID', `Give it in 1 to ${LONGEST_REFERENCE} characters.`)];
}

const NO_NUMBER_YET =
  "An unborn child has no NHS number, and the mother's would take the child for her. Give your own system's reference of the mother as localReference.";
const NOBODY_NAMED =
  "Give the child's NHS number; where you do not know one, or the child is not born, your own system's reference as localReference.";

/**
 * The pseudonyms that a child may be known by, the newest first.
 *
 * @param authority - GSS code of the authority by whose own system a reference is
 */
export function pseudonymsOfChild(
  { pseudonyms }: SubgraphContext,
  { nhsNumber, localReference }: NamedChild,
  { authority, isUnborn }: { authority: string; isUnborn: boolean },
): string[] {
  if (!pseudonyms) {
    throw new Error('There are no keys for pseudonyms of children. Set PSEUDONYM_KEYS to the path of their file.');
  }
  return isGiven(nhsNumber)
    ? pseudonyms.pseudonymsOf(nhsNumber, 'CROSS_BOUNDARY_MOVEMENT')
    : pseudonyms.pseudonymsOfReference({ authority, reference: localReference!, isUnborn }, 'CROSS_BOUNDARY_MOVEMENT');
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined;
}
