import type { Answer } from '../test-hub';
import { REFUSAL_CODES, type RefusalCode } from './decision';
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
}

/** Compares an answer with what is decided of every step of every path. */
export function compareAnswer(
  answer: Answer,
  paths: readonly FieldPath[],
  decided: (step: Step) => RefusalCode | null,
): Comparison {
  const errors = answer.errors ?? [];
  const failures = errors.filter((error) => !REFUSAL_CODES.some((code) => code === codeOf(error)));
  const comparison: Comparison = {
    wrong: [],
    failures: failures.map((error) => `${placesOf(error).join(', ')}: ${codeOf(error)} ${error.message}`),
    unseen: [],
  };
  const codes = new Map(
    errors
      .filter((error) => !failures.includes(error))
      .flatMap((error) => placesOf(error).map((place) => [place, codeOf(error)] as const)),
  );
  for (const { coordinate, steps } of paths) {
    const closed = steps.findIndex((step) => decided(step) !== null);
    const way = steps.slice(0, closed < 0 ? steps.length : closed + 1).map(responseName);
    // Whoever may go on must not be stopped on the way; whoever may not is stopped there and not before.
    const expected = closed < 0 ? [] : [`${decided(steps[closed]!)} at ${way.join('.')}`];
    const stops = way
      .map((_, index) => way.slice(0, index + 1).join('.'))
      .flatMap((place) => (codes.has(place) ? [`${codes.get(place)} at ${place}`] : []));
    const values = valuesAt(answer.data, way);
    if (expected.length > 0 && stops.length === 0 && values.length === 0) comparison.unseen.push(coordinate);
    else if (stops.join() !== expected.join()) {
      comparison.wrong.push(`${coordinate}: refused [${stops.join()}], and should be [${expected.join()}]`);
    } else if (closed >= 0 && values.some((value) => value !== null)) {
      comparison.wrong.push(`${coordinate}: refused [${stops.join()}], and answered all the same`);
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
  const isNulls = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every((one) => one === null);
  return values.map((value) => (isNulls(value) ? null : value));
}
