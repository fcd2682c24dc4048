import { problem, type Check } from '@hub/subgraph-kit';

const LONGEST = 200;

/**
 * Short texts about offices and business: they have text, and up to 200 characters.
 *
 * @param field - of the input, in which a problem is told.
 * @param textsOf - the texts in it.
 */
export function shortTexts<Input extends object>(
  field: keyof Input & string,
  textsOf: (input: Input) => readonly string[],
): Check<Input> {
  return {
    codes: ['TEXT_BLANK', 'TOO_LONG'],
    problems(input) {
      const texts = textsOf(input);
      return [
        texts.some((text) => text.trim() === '') &&
          problem(field, 'TEXT_BLANK', `${field} has an empty text. Give at least one character.`),
        texts.some((text) => text.length > LONGEST) &&
          problem(field, 'TOO_LONG', `A text in ${field} may have ${LONGEST} characters. Say it in fewer.`),
      ];
    },
  };
}
