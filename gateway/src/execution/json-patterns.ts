/**
 * Patterns of compact JSON. Each matches a value whole, in one way alone, so that matching takes no more than a look at each
 * character. What is written in another way is not matched, and a parser judges it.
 */
export const STRING_PATTERN = String.raw`"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*"`;

/** More digits than these, and a parser says whether the number fits. */
export const INT_PATTERN = String.raw`-?(?:0|[1-9]\d{0,8})`;
export const FLOAT_PATTERN = String.raw`-?(?:0|[1-9]\d{0,19})(?:\.\d{1,19})?`;

export const BOOLEAN_PATTERN = '(?:true|false)';

/** A value of a scalar that GraphQL does not know, if it is neither list nor object. */
export const SCALAR_PATTERN = oneOf([STRING_PATTERN, BOOLEAN_PATTERN, FLOAT_PATTERN]);

export function oneOf(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

/** A list of values of one pattern, which stands in it once: lists are inside each other. */
export function listOf(pattern: string): string {
  return String.raw`\[(?:${pattern}(?:,(?!\])|(?=\])))*\]`;
}

/** A text as it stands. */
export function exactly(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
