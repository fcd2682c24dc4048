import { Refusal } from './mutate';

/**
 * The text without spaces around it.
 *
 * @param name - the input field it was given in.
 * @throws Refusal `TEXT_BLANK` where nothing is left.
 */
export function requiredText(text: string, name: string): string {
  const trimmed = text.trim();
  if (trimmed) return trimmed;
  throw new Refusal({ field: ['input', name], message: `${name} is blank. Give it a text.`, code: 'TEXT_BLANK' });
}
