import { plainText, TEXT_LENGTH } from './plain-text';

/** Items of a list, keys of an object, and lines of a text that are logged. */
const ITEMS = 50;
/** Objects within objects that are logged. */
const DEPTH = 6;

/** What is to be logged, with each text in it cut and cleaned. An error is left to the logger's own serializer. */
export function loggable(value: object): Record<string, unknown> {
  return within(value, DEPTH) as Record<string, unknown>;
}

function within(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return lines(value);
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => within(item, depth - 1));
  const entries = Object.entries(value).slice(0, ITEMS);
  return Object.fromEntries(entries.map(([key, item]) => [plainText(key, TEXT_LENGTH.item), within(item, depth - 1)]));
}

/** The lines of a text, as a stack has them. */
function lines(text: string): string {
  const some = text.split('\n', ITEMS);
  return some.map((line) => plainText(line, TEXT_LENGTH.logged)).join('\n');
}
