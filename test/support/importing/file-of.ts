import type { Column } from '@hub/subgraph-kit';

type Nested = Record<string, unknown>;

/** Inputs as a CSV file has them: the columns that any of them has, as a template names them. */
export function fileOf(columns: readonly Column[], inputs: readonly object[]): string {
  const rows = inputs.map((input) => new Map(columns.flatMap((column) => cellsOf(input, column.path, column.isList))));
  const headers = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = rows.map((row) => headers.map((header) => row.get(header) ?? ''));
  return [headers, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** The cells of a column by their headers; of items one each. */
function cellsOf(input: object, path: readonly string[], isList: boolean, header = ''): [string, string][] {
  const [name, ...rest] = path as [string, ...string[]];
  const own = header === '' ? name : `${header}.${name}`;
  const value = (input as Nested)[name];
  if (value === undefined || value === null) return [];
  if (rest[0] === '#') {
    return (value as object[]).flatMap((one, place) => cellsOf(one, rest.slice(1), isList, `${own}.${place + 1}`));
  }
  if (rest.length > 0) return cellsOf(value, rest, isList, own);
  if (isList) return [[own, (value as unknown[]).map(String).join(';')]];
  return [[own, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]];
}

const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
