import type { GraphQLLeafType } from 'graphql';

/** What is written in a cell; null where there is nothing to say. */
export type Cell = string | number | boolean | null;

/** How a column's numbers are written for people. */
export interface Unit {
  /** What stands behind its heading. */
  sign: '£' | '%';
  /** Its numbers in a workbook. */
  format: string;
}

/** The graph holds hundredths of both. */
const HUNDREDTHS = 100;

const POUNDS: Unit & { word: RegExp } = { sign: '£', format: '#,##0.00', word: /^pence(?=[A-Z]|$)|Pence$/ };
const PERCENT: Unit & { word: RegExp } = { sign: '%', format: '0.00', word: /^basisPoints$/ };

/** The unit of a field: pounds for pence, by its type or its name, and percent for basis points; null for all others. */
export function unitOf(field: { name: string; type: GraphQLLeafType }): Unit | null {
  if (field.type.name === 'Pence' || (POUNDS.word.test(field.name) && field.type.name === 'Float')) return POUNDS;
  return PERCENT.word.test(field.name) ? PERCENT : null;
}

/**
 * A column's heading: the path to its field, in whose last part pence and basis points give way to the sign of the unit.
 *
 * @param path - response keys.
 */
export function headingOf(path: readonly string[], unit: Unit | null): string {
  if (!unit) return path.join('.');
  const { word } = unit === POUNDS ? POUNDS : PERCENT;
  const last = path.at(-1)!.replace(word, '');
  const named = [...path.slice(0, -1), last && last[0]!.toLowerCase() + last.slice(1)].filter(Boolean);
  return `${named.join('.')} (${unit.sign})`.trim();
}

/** A field's value as a cell: pence in pounds, basis points in percent, and a list on one line. */
export function cellOf(value: unknown, unit: Unit | null): Cell {
  if (value === null || value === undefined) return null;
  if (unit && typeof value === 'number') return value / HUNDREDTHS;
  if (Array.isArray(value)) return value.map((one) => cellOf(one, unit) ?? '').join('; ');
  if (typeof value === 'object') return JSON.stringify(value);
  return value as Cell;
}
