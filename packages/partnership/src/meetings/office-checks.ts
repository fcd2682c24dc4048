import { namesSomebodyIn } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';

const LONGEST = 200;

/**
 * Short texts about offices and business: they say something, have up to 200 characters, and nobody can be recognised by them.
 *
 * @param field - of the input, in which a problem is told.
 * @param textsOf - the texts in it.
 */
export function shortTexts<Input extends object>(
  field: keyof Input & string,
  textsOf: (input: Input) => readonly string[],
): Check<Input> {
  return {
    codes: ['TEXT_BLANK', 'TOO_LONG', 'NAMES_SOMEBODY'],
    problems(input) {
      const texts = textsOf(input);
      const names = texts.map(namesSomebodyIn).find((message) => message !== null);
      return [
        texts.some((text) => text.trim() === '') &&
          problem(field, 'TEXT_BLANK', `${field} has an empty text. Give at least one character.`),
        texts.some((text) => text.length > LONGEST) &&
          problem(field, 'TOO_LONG', `A text in ${field} may have ${LONGEST} characters. Say it in fewer.`),
        names ? problem(field, 'NAMES_SOMEBODY', names) : null,
      ];
    },
  };
}
