import {
  ageOn,
  nhsNumberFault,
  todayInLondon,
  type NhsNumberFault,
  type NotifyMovementInput,
  type UserError,
} from '@hub/contract';
import { type SubgraphContext, problem } from '@hub/subgraph-kit';

/** What to do about a number that is none. */
const NOT_A_NUMBER: Readonly<Record<NhsNumberFault, string>> = {
  NOT_WELL_FORMED: 'It is no NHS number: ten digits, of which the last is the check digit. Compare it with its source.',
  DUMMY: "It is a dummy, which would make one child of all who have it. Ask the child's GP or school nurse for theirs.",
  NOT_ISSUED: 'Nobody in the United Kingdom is issued such a number. Compare it with its source.',
};
const MOST_SIBLINGS = 20;

/** The age, in years, from which one is not a child any more. */
export const GROWN_UP = 18;

/** The age, in years, from which one is no care leaver any more. */
export const LEFT_CARE = 25;

/** NHS numbers as they come. They are looked at here, made into pseudonyms, and go no further. */
export interface NumbersGiven {
  nhsNumber: string;
  siblings: readonly string[];
  siblingsApart: readonly string[];
}

/** Why numbers cannot be the child's and its siblings'. Nothing in it says what they were. */
export function numberProblems({ nhsNumber, siblings, siblingsApart }: NumbersGiven): UserError[] {
  const lists = Object.entries({ siblings, siblingsApart });
  const fault = nhsNumberFault(nhsNumber);
  const seen = new Set([digitsOf(nhsNumber)]);
  return [
    ...(fault ? [problem('nhsNumber', 'NHS_NUMBER_INVALID', NOT_A_NUMBER[fault])] : []),
    ...lists.flatMap(([field, numbers]) =>
      numbers.length > MOST_SIBLINGS
        ? [problem(field, 'TOO_LONG', `A notice names up to ${MOST_SIBLINGS}. Give the others a notice of their own.`)]
        : numbers.flatMap((number, index) => {
            const at = (code: string, message: string) => ({ field: ['input', field, String(index)], code, message });
            const siblingFault = nhsNumberFault(number);
            if (siblingFault) return [at('NHS_NUMBER_INVALID', NOT_A_NUMBER[siblingFault])];
            if (seen.has(digitsOf(number))) return [at('CHILD_TWICE', 'This child is named before. Name each once.')];
            seen.add(digitsOf(number));
            return [];
          }),
    ),
  ];
}

function digitsOf(nhsNumber: string): string {
  return nhsNumber.replaceAll(' ', '');
}

/**
 * Why a child cannot have been born on a day, or is too old.
 *
 * @param day - the day on which the age counts
 * @param until - the age from which they are too old
 */
export function birthProblem(dateOfBirth: string, day: string, until: number): UserError | null {
  if (dateOfBirth > todayInLondon()) {
    return problem('dateOfBirth', 'BORN_IN_THE_FUTURE', 'This day has not come yet. Compare it with its source.');
  }
  if (dateOfBirth > day) {
    return problem(
      'dateOfBirth',
      'BORN_LATER',
      `The child was not born on ${day}. Compare both days with their source.`,
    );
  }
  if (ageOn(dateOfBirth, day) < until) return null;
  const message = `Whoever is ${until} or older on ${day} is not a child who moves. Compare the day with its source.`;
  return problem('dateOfBirth', 'TOO_OLD', `${message} A care leaver may be up to 24: say so by the category.`);
}

/**
 * Why days of what a child does lie before its birth. A household's accommodation may have been there before it, and so may
 * somebody have been aware.
 */
export function beforeBirth({ dateOfBirth, movedOn, placementStartsOn }: NotifyMovementInput): UserError[] {
  const message = (day: string) => `The child was not born on ${day}. Compare both days with their source.`;
  return Object.entries({ movedOn, placementStartsOn }).flatMap(([field, day]) =>
    day && day < dateOfBirth ? [problem(field, 'BORN_LATER', message(day))] : [],
  );
}

/** The pseudonyms that a child may be known by, the newest first. */
export function pseudonymsOf({ pseudonyms }: SubgraphContext, nhsNumber: string): string[] {
  if (pseudonyms) return pseudonyms.pseudonymsOf(nhsNumber, 'CROSS_BOUNDARY_MOVEMENT');
  throw new Error('There are no keys for pseudonyms of children. Set PSEUDONYM_KEYS to the path of their file.');
}
