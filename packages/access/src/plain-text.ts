/** Characters that a text may have where it is stored or logged. What is longer is cut. */
export const TEXT_LENGTH = {
  /** An item of a list: a coordinate of the schema, a pseudonym, an id that somebody asked for. */
  item: 100,
  /** The name of an operation. */
  operation: 100,
  /** A person, an organisation, and what else a token names. */
  name: 255,
  /** Any text in a log. */
  logged: 1000,
} as const;

/**
 * What is not text, or deceives whoever reads it: control characters, ends of lines, halves of characters, and marks that
 * turn the direction of what follows. PostgreSQL keeps some of them in no JSON.
 */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text that somebody else has chosen, as it may be stored and logged: what is not text became `\ufffd`, and what is too
 * long was cut, which `…` says.
 *
 * @param length - characters, at least 1.
 */
export function plainText(text: string, length: number): string {
  // Cut before it is looked at: a megabyte costs no more than a word. A character takes up to two places.
  const characters = [...text.slice(0, 2 * length + 2).replace(UNFIT, '\ufffd')];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

/** Ids of the graph: with a letter, and nothing that stands in none of them. So no NHS number is one. */
const ID = new RegExp(`^(?=[^]*[A-Za-z])[\\w.:@/-]{1,${TEXT_LENGTH.item}}$`);

/** Stands for a text that was given as an id and can be none. */
export const NOT_AN_ID = '(not an id)';

/** A text that was given as an id, as it may be stored. */
export function plainId(text: string): string {
  return ID.test(text) ? text : NOT_AN_ID;
}
