import {
  coerceInputValue,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Header, Placed } from './header';
import type { RowProblem } from './problems';
import { isBlank, readCell, type Cell } from './read-cell';

/** The input of a row as its mutation takes it, or why there is none. */
export type ReadRow = { input: object } | { problems: RowProblem[] };

type Nested = { [name: string]: unknown };

/**
 * Makes the input of a mutation of a row. A blank cell is not given; an item all of whose cells are blank is none.
 *
 * @param row - its number, as the spreadsheet counts.
 */
export function readRow(
  row: number,
  cells: readonly Cell[],
  { headers, placed }: Header,
  type: GraphQLInputObjectType,
): ReadRow {
  const problems: RowProblem[] = [];
  const input: Nested = {};
  const items = new Set(placed.filter(({ place }) => !isBlank(cells[place])).map(itemOf));
  for (const one of placed) {
    const cell = cells[one.place];
    const { column, header } = one;
    if (!isBlank(cell)) {
      const read = readCell(cell!, column);
      if ('code' in read) problems.push({ row, column: header, ...read });
      else put(input, one, read.value);
    } else if (column.isRequired && (one.item === null || items.has(itemOf(one)))) {
      const message = `It is empty, and must say: ${column.description}`;
      problems.push({ row, column: header, code: 'CELL_EMPTY', message });
    }
  }
  const beyond = cells.findIndex((cell, place) => !isBlank(cell) && !headers[place]);
  if (beyond >= 0) {
    const message = `Its cell ${beyond + 1} stands under no header. Give it one, or clear it.`;
    problems.push({ row, column: null, code: 'CELL_WITHOUT_HEADER', message });
  }
  if (problems.length > 0) return { problems };
  const coerced = coerceInputValue(withLists(input, type), type, (path, _value, { originalError, message }) => {
    const column = headerAt(placed, input, path);
    problems.push({ row, column, code: 'VALUE_INVALID', message: originalError?.message ?? message });
  }) as object;
  return problems.length > 0 ? { problems } : { input: coerced };
}

const itemOf = ({ column: { path }, item }: Placed) => `${path.slice(0, path.indexOf('#')).join('.')} ${item}`;

/** Sets what a column says. Items are kept by their numbers. */
function put(input: Nested, { column: { path }, item }: Placed, value: unknown): void {
  const names = path.map((name) => (name === '#' ? String(item) : name));
  let inside = input;
  for (const name of names.slice(0, -1)) inside = (inside[name] ??= {}) as Nested;
  inside[names.at(-1)!] = value;
}

/** Items are in the order of their numbers: JavaScript keeps whole numbers so. A list that must be there may be empty. */
function withLists(input: object, type: GraphQLInputObjectType): Nested {
  const made: Nested = { ...input };
  for (const { name, type: given } of Object.values(type.getFields())) {
    const nullable = getNullableType(given);
    const [within, value] = [isListType(nullable) ? getNullableType(nullable.ofType) : nullable, made[name]];
    if (value === undefined && isListType(nullable) && isNonNullType(given)) made[name] = [];
    if (value === undefined || !isInputObjectType(within)) continue;
    made[name] = isListType(nullable)
      ? Object.values(value as object).map((one: object) => withLists(one, within))
      : withLists(value as object, within);
  }
  return made;
}

/** The header of a value, by where it stands in an input. */
function headerAt(placed: readonly Placed[], input: Nested, path: readonly (string | number)[]): string | null {
  const place = path.findIndex((part) => typeof part === 'number');
  const list = input[String(path[0])];
  const isItem = place === 1 && !Array.isArray(list);
  const item = isItem ? Number(Object.keys(list as Nested)[path[1] as number]) : null;
  const names = path.flatMap((part, index) => (typeof part === 'string' ? part : isItem && index === 1 ? '#' : []));
  const found = placed.find((one) => one.item === item && one.column.path.join('.') === names.join('.'));
  return found?.header ?? null;
}
