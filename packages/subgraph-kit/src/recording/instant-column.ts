import type { EntitySchemaColumnOptions } from 'typeorm';

/** A column that holds an instant, which is text in the program: ISO 8601 in UTC, to the millisecond. */
export function instantColumn(name: string, { nullable = false } = {}): EntitySchemaColumnOptions {
  const from = (stored: Date | null) => stored?.toISOString() ?? null;
  return { type: 'timestamptz', name, nullable, transformer: { to: (text: string | null) => text, from } };
}
