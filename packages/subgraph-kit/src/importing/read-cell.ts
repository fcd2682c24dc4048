import { isEnumType, type GraphQLLeafType } from 'graphql';
import type { Column } from './column';

/** What stands in a cell: of CSV always text, of a workbook what Excel has. */
export type Cell = string | number | boolean | Date | null;

/** A value as GraphQL takes it in a variable, or why there is none. */
export type Read = { value: unknown } | { code: string; message: string };

/** Whether nothing stands in it. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const MOST_DIGITS = 1e15;
const isStorable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);

/** Reads a cell that is not blank by the type of its column. Nothing is guessed: what can be read in two ways is refused. */
export function readCell(cell: Cell, { type, isList }: Pick<Column, 'type' | 'isList'>): Read {
  if (!isList) return readOne(cell, type);
  const parts = typeof cell === 'string' ? cell.split(';').filter((part) => part.trim() !== '') : [cell];
  const read = parts.map((part) => readOne(part, type));
  const problem = read.find((one) => 'code' in one);
  return problem ?? { value: read.map((one) => (one as { value: unknown }).value) };
}

function readOne(cell: Cell, type: GraphQLLeafType): Read {
  if (cell instanceof Date) return readDay(cell, type);
  if (typeof cell === 'number' && !(Math.abs(cell) < MOST_DIGITS)) {
    return refused(
      'NUMBER_UNREADABLE',
      `${cell} has more digits than Excel keeps. Format the column as text, and write it anew.`,
    );
  }
  const text = String(cell).trim();
  if (!isStorable(text)) {
    return refused(
      'TEXT_UNREADABLE',
      'It has a character that cannot be kept. Write it anew, and save as "CSV UTF-8".',
    );
  }
  if (isEnumType(type)) {
    const name = text.toUpperCase().replaceAll(/[\s-]+/g, '_');
    const names = type.getValues().map((value) => value.name);
    return names.includes(name)
      ? { value: name }
      : refused('VALUE_UNKNOWN', `"${text}" is none of its values. Give one of ${names.join(', ')}.`);
  }
  if (type.name === 'Date') return readDate(text);
  if (type.name === 'PartialDate') return text.includes('/') ? readDate(text) : { value: text };
  if (type.name === 'Boolean') return readBoolean(text);
  if (type.name !== 'Int' && type.name !== 'Pence') return { value: text };
  return /^-?\d{1,15}$/.test(text)
    ? { value: Number(text) }
    : refused('NUMBER_UNREADABLE', `"${text}" is not a whole number. Write digits alone; amounts are in pence.`);
}

function readDate(text: string): Read {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: text };
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (Number(month) <= 12) return { value: `${year}-${month}-${day}` };
  const what = day ? `"${text}" has no month ${month}` : `"${text}" can be read in two ways, or is no day`;
  return refused('DATE_UNREADABLE', `${what}. Write the day first, as DD/MM/YYYY with two digits each, or YYYY-MM-DD.`);
}

/** Excel keeps a day as its midnight. */
function readDay(day: Date, type: GraphQLLeafType): Read {
  const [date, time] = Number.isNaN(day.getTime()) ? ['', ''] : (day.toISOString().split('T') as [string, string]);
  if (type.name !== 'Date' && type.name !== 'PartialDate') {
    return refused('CELL_IS_DATE', 'Excel made a day of it. Format the column as text, and write it anew.');
  }
  return time === '00:00:00.000Z' ? { value: date } : refused('DATE_UNREADABLE', 'It has a time. Give the day alone.');
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

function readBoolean(text: string): Read {
  const value = BOOLEANS.get(text.toLowerCase());
  return value === undefined ? refused('VALUE_UNKNOWN', `"${text}" is neither. Write yes or no.`) : { value };
}

const refused = (code: string, message: string): Read => ({ code, message });
