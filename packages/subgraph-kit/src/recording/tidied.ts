/** A value as it is recorded: its texts without spaces around them, and in one Unicode form (NFC); each of a list once. */
export function tidied<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC').trim() as Value;
  if (Array.isArray(value)) return [...new Set(value.map(tidied))] as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidied<unknown>(part)])) as Value;
}
