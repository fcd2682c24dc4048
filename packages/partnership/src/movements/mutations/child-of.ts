import { ageOn, todayInLondon, type NotifyMovementInput, type UserError } from '@hub/contract';
import { problem } from '@hub/subgraph-kit';
import { namingProblems, type NamedChild } from './named-child';

const MOST_SIBLINGS = 20;

/** The age, in years, from which one is not a child any more. */
export const GROWN_UP = 18;

/** The age, in years, from which one is no care leaver any more. */
export const LEFT_CARE = 25;

/** A child and its siblings, as they come. They are looked at here, made into pseudonyms, and go no further. */
export interface ChildrenGiven extends NamedChild, BirthGiven {
  siblings: readonly string[];
  siblingsApart: readonly string[];
  /** Those who have no number that is known. */
  siblingReferences: readonly string[];
  siblingReferencesApart: readonly string[];
}

type Siblings = Pick<ChildrenGiven, 'siblings' | 'siblingsApart' | 'siblingReferences' | 'siblingReferencesApart'>;

/** The siblings who move together with a child, and those who stay apart, as they are named. */
export function siblingsIn(given: Siblings): { together: NamedChild[]; apart: NamedChild[] } {
  const named = (numbers: readonly string[], references: readonly string[]): NamedChild[] => [
    ...numbers.map((nhsNumber) => ({ nhsNumber })),
    ...references.map((localReference) => ({ localReference })),
  ];
  return {
    together: named(given.siblings, given.siblingReferences),
    apart: named(given.siblingsApart, given.siblingReferencesApart),
  };
}

/** Why these cannot be the child and its siblings. Nothing in it says what their numbers were. */
export function childProblems(given: ChildrenGiven): UserError[] {
  const { siblings, siblingReferences, siblingsApart, siblingReferencesApart, ...child } = given;
  const lists = Object.entries({ siblings, siblingReferences, siblingsApart, siblingReferencesApart });
  const { together, apart } = siblingsIn(given);
  // An unborn child goes by what the system calls its mother, who may be a sibling's name too.
  const seen = new Set(isUnborn(child) ? [] : [nameOf(child)]);
  const found = lists.flatMap(([field, names]) =>
    names.flatMap((name, index) => {
      const sibling = field.startsWith('siblingReferences') ? { localReference: name } : { nhsNumber: name };
      const at = (code: string, message: string) => ({ field: ['input', field, String(index)], code, message });
      const [fault] = namingProblems(sibling, false);
      if (fault) return [at(fault.code, fault.message)];
      if (seen.has(nameOf(sibling))) return [at('CHILD_TWICE', 'This child is named before. Name each once.')];
      seen.add(nameOf(sibling));
      return [];
    }),
  );
  return [
    ...namingProblems(child, isUnborn(child)),
    ...tooMany('siblings', together),
    ...tooMany('siblingsApart', apart),
    ...(Math.max(together.length, apart.length) > MOST_SIBLINGS ? [] : found),
  ];
}

function tooMany(field: string, named: readonly NamedChild[]): UserError[] {
  const message = `A notice names up to ${MOST_SIBLINGS}. Give the others a notice of their own.`;
  return named.length > MOST_SIBLINGS ? [problem(field, 'TOO_LONG', message)] : [];
}

/** What tells two who are named apart: spaces in a number, and around a reference, say nothing. */
function nameOf({ nhsNumber, localReference }: NamedChild): string {
  return nhsNumber ? `number ${nhsNumber.replaceAll(' ', '')}` : `reference ${localReference?.trim()}`;
}

/** When a child was born, or is expected to be. */
export interface BirthGiven {
  dateOfBirth?: string | null;
  expectedOn?: string | null;
}

/** Whether the child is not born yet, as far as is said. */
export function isUnborn({ dateOfBirth, expectedOn }: BirthGiven): boolean {
  return !dateOfBirth && !!expectedOn;
}

/**
 * Why a child cannot have been born on a day, or is too old. When one who is not born may be expected is asked with the other
 * days.
 *
 * @param day - the day on which the age counts
 * @param until - the age from which they are too old
 */
export function birthProblem({ dateOfBirth, expectedOn }: BirthGiven, day: string, until: number): UserError | null {
  if (dateOfBirth && expectedOn) {
    const message = 'A child who is born is not expected any more. Give the day of birth alone.';
    return problem('expectedOn', 'NOT_BOTH', message);
  }
  if (expectedOn) return null;
  if (!dateOfBirth) {
    const message = 'Give the day on which the child was born; of an unborn child the expected day as expectedOn.';
    return problem('dateOfBirth', 'REQUIRED', message);
  }
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
 * somebody have been aware; and an unborn child moves with the mother.
 */
export function beforeBirth(input: NotifyMovementInput): UserError[] {
  const { dateOfBirth, movedOn, placementStartsOn, lastSeenOn } = input;
  const message = (day: string) => `The child was not born on ${day}. Compare both days with their source.`;
  return Object.entries({ movedOn, placementStartsOn, lastSeenOn }).flatMap(([field, day]) =>
    day && dateOfBirth && day < dateOfBirth ? [problem(field, 'BORN_LATER', message(day))] : [],
  );
}
