/**
 * Readers of compact JSON that build nothing. Each gets a text and where a value begins, and says where it ends; -1 where
 * it is not of that kind, or is written in a way that only a parser should judge.
 */

/** What a text must be looked through for before {@link scanString} may trust the next quote. */
export const ESCAPED = /[\\\u0000-\u001f]/;

const QUOTE = 34;
const MINUS = 45;
const DOT = 46;
const BACKSLASH = 92;
const ESCAPES: ReadonlySet<string> = new Set('"\\/bfnrt');
const HEX = /^[0-9a-fA-F]{4}$/;

/** More digits than these, and a parser says whether the number fits. */
const INT_DIGITS = 9;
const FLOAT_DIGITS = 40;

/** @param isEscaped - whether {@link ESCAPED} is found in the text. */
export function scanString(text: string, at: number, isEscaped: boolean): number {
  if (text.charCodeAt(at) !== QUOTE) return -1;
  if (!isEscaped) return text.indexOf('"', at + 1) + 1 || -1;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code < 32) return -1;
    if (code !== BACKSLASH) continue;
    i++;
    if (text[i] === 'u') {
      if (!HEX.test(text.slice(i + 1, i + 5))) return -1;
      i += 4;
    } else if (!ESCAPES.has(text[i]!)) return -1;
  }
  return -1;
}

/** One of some names with the quotes around them, written without escapes. */
export function scanName(text: string, at: number, names: readonly string[]): number {
  for (const name of names) if (text.startsWith(name, at)) return at + name.length;
  return -1;
}

export function scanInt(text: string, at: number): number {
  const from = text.charCodeAt(at) === MINUS ? at + 1 : at;
  const end = digits(text, from);
  return isWhole(text, from, end) && end - from <= INT_DIGITS ? end : -1;
}

export function scanFloat(text: string, at: number): number {
  const from = text.charCodeAt(at) === MINUS ? at + 1 : at;
  let end = digits(text, from);
  if (!isWhole(text, from, end)) return -1;
  if (text.charCodeAt(end) === DOT) {
    const fraction = end + 1;
    end = digits(text, fraction);
    if (end === fraction) return -1;
  }
  return end - from <= FLOAT_DIGITS ? end : -1;
}

export function scanBoolean(text: string, at: number): number {
  return text.startsWith('true', at) ? at + 4 : text.startsWith('false', at) ? at + 5 : -1;
}

/** A value of a scalar that GraphQL does not know, if it is neither list nor object. */
export function scanScalar(text: string, at: number, isEscaped: boolean): number {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return scanString(text, at, isEscaped);
  return code === 116 || code === 102 ? scanBoolean(text, at) : scanFloat(text, at);
}

function digits(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end++;
  return end;
}

/** Digits, and no zero before others. */
const isWhole = (text: string, from: number, end: number) =>
  end > from && (end === from + 1 || text.charCodeAt(from) !== 48);
