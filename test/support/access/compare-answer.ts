import type { Answer } from '../hub-world';
import type { FieldPath, Step } from './field-paths';
import { responseName } from './operation-text';

/** How an answer differs from what is decided. */
export interface Comparison {
  /** In words: answered and should be refused, or the other way. */
  wrong: string[];
  /** Errors that are not about access. */
  failures: string[];
  /** Fields of objects that nothing stood for, so that nobody could be refused. */
  unseen: string[];
  /** By what codes was refused. */
  codes: Set<string>;
}

/** Codes of who may not, or not for this purpose. */
const REFUSALS = ['UNAUTHORIZED_FIELD_OR_TYPE', 'PURPOSE_REQUIRED', 'PURPOSE_NOT_ALLOWED'];

/** Compares an answer with what is decided of every step of every path. */
export function compareAnswer(
  answer: Answer,
  paths: readonly FieldPath[],
  isOpen: (step: Step) => boolean,
): Comparison {
  const errors = answer.errors ?? [];
  const refusals = errors.filter((error) => REFUSALS.includes(codeOf(error)));
  const refused = new Set(refusals.flatMap(placesOf));
  const comparison: Comparison = {
    wrong: [],
    failures: errors
      .filter((error) => !refusals.includes(error))
      .map((error) => `${placesOf(error).join(', ')}: ${codeOf(error)} ${error.message}`),
    unseen: [],
    codes: new Set(refusals.map(codeOf)),
  };
  for (const { coordinate, steps } of paths) {
    const closed = steps.findIndex((step) => !isOpen(step));
    const way = steps.slice(0, closed < 0 ? steps.length : closed + 1).map(responseName);
    // Whoever may go on must not be stopped on the way; whoever may not is stopped there and not before.
    const stops = way.map((_, index) => way.slice(0, index + 1).join('.')).filter((place) => refused.has(place));
    const expected = closed < 0 ? [] : [way.join('.')];
    const values = valuesAt(answer.data, way);
    if (expected.length > stops.length && values.length === 0) comparison.unseen.push(coordinate);
    else if (stops.join() !== expected.join()) {
      comparison.wrong.push(`${coordinate} is refused at [${stops.join()}], and should be at [${expected.join()}]`);
    } else if (closed >= 0 && values.some((value) => value !== null)) {
      comparison.wrong.push(`${coordinate} is refused, and answered all the same`);
    }
  }
  return comparison;
}

type AnsweredError = NonNullable<Answer['errors']>[number];

const codeOf = ({ extensions }: AnsweredError) => String(extensions?.code);

/** Where an error stands: response names, without places in lists. */
function placesOf({ path, extensions }: AnsweredError): string[] {
  if (path) return [path.filter((part) => typeof part === 'string' && part !== '@').join('.')];
  const { paths } = extensions as { paths?: string[] };
  return paths ?? ['the whole operation'];
}

/** Every value under a way of response names, through lists; none where no object stands that could have it. */
function valuesAt(data: unknown, way: readonly string[]): unknown[] {
  let values: unknown[] = [data];
  for (const name of way) {
    values = values
      .flatMap((value) => (Array.isArray(value) ? (value.flat() as unknown[]) : [value]))
      .flatMap((value) => {
        const object = value as Record<string, unknown> | null | undefined;
        return object && name in object ? [object[name]] : [];
      });
  }
  return values.map((value) => (Array.isArray(value) && value.every((one) => one === null) ? null : value));
}
