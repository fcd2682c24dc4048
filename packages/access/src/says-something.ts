/** Letters that a reason has at least, and how many of them differ. */
const [LETTERS, DIFFERENT] = [6, 4];

/** The rule of {@link saysSomething}, for those who are to keep it. */
export const SAYS_SOMETHING = `at least two different words, with ${LETTERS} letters in all`;

/**
 * Whether a reason, or a finding, says something: `Found in Ilford` does; a full stop, `xxxxxxxx` and `no no` do not. It is
 * for somebody else to read later, and no more is asked of who writes it at night.
 */
export function saysSomething(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const letters = words.join('').match(/\p{L}/gu) ?? [];
  return new Set(words).size >= 2 && letters.length >= LETTERS && new Set(letters).size >= DIFFERENT;
}
