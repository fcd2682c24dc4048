import { namesSomebodyIn } from '@hub/contract';
import type { Check } from './checks';
import { publishedFields } from './published-fields';
import { problem } from './refuse-for';

/** How many characters a text may have where nothing says fewer. */
const LONGEST = 2000;

/** Of the address of a page its parts are looked at one by one: a day and a number in its path are no number together. */
const ADDRESS = /^https?:\/\/\S+$/i;

/**
 * Every text of an input, in a list or an input within it too: nobody can be recognised by it, and it has no more characters
 * than are kept. Ids are none: they name what is there.
 */
export function textsFit<Input extends object>(input: new () => Input): Check<Input> {
  const fields = publishedFields(input).filter(({ getType }) => hasTexts(getType()));
  return {
    codes: fields.length > 0 ? ['NAMES_SOMEBODY', 'TOO_LONG'] : [],
    problems: (given) =>
      fields.flatMap(({ name, getType }) => {
        const texts = textsOf(getType(), given[name as keyof Input]);
        const names = texts.map(namesIn).find((message) => message !== null);
        return [
          names ? problem(name, 'NAMES_SOMEBODY', names) : null,
          texts.some((text) => text.length > LONGEST) &&
            problem(name, 'TOO_LONG', `A text in ${name} may have ${LONGEST} characters. Say it in fewer.`),
        ];
      }),
  };
}

function hasTexts(type: object | symbol): boolean {
  return type === String || (isInput(type) && publishedFields(type).some(({ getType }) => hasTexts(getType())));
}

const isInput = (type: object | symbol): type is Function => typeof type === 'function' && type !== String;

function textsOf(type: object | symbol, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(type, one));
  if (type === String) return typeof value === 'string' ? [value] : [];
  if (!isInput(type) || typeof value !== 'object' || value === null) return [];
  return publishedFields(type).flatMap(({ name, getType }) =>
    textsOf(getType(), (value as Record<string, unknown>)[name]),
  );
}

function namesIn(text: string): string | null {
  const parts = ADDRESS.test(text) ? text.split(/[^\p{L}\p{N}@.]+/u) : [text];
  return parts.map(namesSomebodyIn).find((message) => message !== null) ?? null;
}
