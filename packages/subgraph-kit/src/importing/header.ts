import { headerOf, type Column } from './column';
import { ImportRefused, type RowProblem } from './problems';
import { isBlank, type Cell } from './read-cell';

/** Which cell of a row goes where. */
export interface Placed {
  column: Column;
  /** As the file has it. */
  header: string;
  /** The place of its cells in a row. */
  place: number;
  /** The number of the item that it is of; null where it is of none. */
  item: number | null;
}

/** What the header of a file says. */
export interface Header {
  /** Of each cell; empty where there is none. */
  headers: readonly string[];
  placed: readonly Placed[];
}

/** By header, to which column it belongs; an empty text leaves it out. */
export type Mapping = Readonly<Record<string, string>>;

const HIGHEST_ITEM = 999;

/**
 * Finds the columns of a file by its header, without regard to case, spaces and hyphens: `Held on` is `heldOn`.
 *
 * @returns why it cannot be, where a header is unknown, comes twice, or is missing.
 * @throws ImportRefused where the mapping names what is not there.
 */
export function readHeader(
  cells: readonly Cell[],
  columns: readonly Column[],
  mapping: Mapping = {},
): Header & { problems: RowProblem[] } {
  const headers = cells.map((cell) => (isBlank(cell) ? '' : String(cell).trim()));
  const mapped = new Map(Object.entries(mapping).map(([header, to]) => [alike(header), to]));
  for (const header of Object.keys(mapping)) {
    if (headers.some((one) => alike(one) === alike(header))) continue;
    throw new ImportRefused('MAPPING_INVALID', `The file has no header "${header}". It has: ${headers.join(', ')}.`);
  }
  const byPath = new Map(columns.map((column) => [alike(column.path.join('.')), column]));
  const [placed, problems]: [Placed[], RowProblem[]] = [[], []];
  const problem = (column: string, code: string, message: string) => problems.push({ row: 1, column, code, message });
  const seen = new Map<string, string>();
  for (const [place, header] of headers.entries()) {
    const wanted = mapped.get(alike(header)) ?? header;
    if (wanted === '') continue;
    const name = alike(wanted);
    const item = /\.([1-9]\d*)\./.exec(name)?.[1];
    const column = Number(item ?? 1) > HIGHEST_ITEM ? undefined : byPath.get(name.replace(/\.[1-9]\d*\./, '.#.'));
    if (!column) {
      const known = columns.map(headerOf).join(', ');
      const remedy = `Name it as one of ${known}, or leave it out by --map "${header}=".`;
      problem(header, 'COLUMN_UNKNOWN', `There is no column "${wanted}". ${remedy}`);
    } else if (seen.has(name)) {
      problem(header, 'COLUMN_TWICE', `"${seen.get(name)}" is the same column. Leave one of them out.`);
    } else {
      seen.set(name, header);
      placed.push({ column, header, place, item: item === undefined ? null : Number(item) });
    }
  }
  for (const column of columns) {
    if (!column.isRequired || column.path.includes('#') || placed.some((one) => one.column === column)) continue;
    const header = headerOf(column);
    problem(header, 'COLUMN_MISSING', `${header} must be there: ${column.description} Add it, or map one to it.`);
  }
  return { headers, placed, problems };
}

const alike = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
