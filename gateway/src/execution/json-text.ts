/** Longer strings are escaped faster by the engine. */
const SHORT = 64;

/** A string as JSON. */
export function stringText(text: string): string {
  const { length } = text;
  if (length > SHORT) return JSON.stringify(text);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    // Control characters, quotes, backslashes, and halves of pairs.
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** Any value as JSON; null if it has none, or is nested deeper than can be written. */
export function jsonText(value: unknown): string | null {
  if (typeof value === 'string') return stringText(value);
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

/** Reads JSON; undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
