import type { RunSql } from './run-sql';

/** The columns that records are searched by, and the part of an entry that each copies. The hash covers the entry alone. */
const COPIED = {
  kind: 'kind',
  recorder: 'recorder',
  request_id: 'requestId',
  person: 'person',
  role: 'role',
  organisation: 'organisation',
  partnership: 'partnership',
  purpose: 'purpose',
  alert: 'alert',
  outcome: 'outcome',
} as const;

/** SQL: the columns, for {@link wrongColumns}. */
export const SEARCHED_COLUMNS = `${Object.keys(COPIED).join(', ')}, children`;

/** Searched columns that do not say what the entry says: a search would miss the record, or find another. */
export function wrongColumns(body: string, row: Readonly<Record<string, unknown>>): string[] {
  const entry = parsed(body);
  if (entry === null) return ['body'];
  const wrong = Object.entries(COPIED).filter(([column, part]) => !isCopy(row[column], entry[part]));
  return [...wrong.map(([column]) => column), ...(areCopies(row['children'], entry['children']) ? [] : ['children'])];
}

/** Searched columns that PostgreSQL does not make from the entry any more, and so need not say what it says. */
export async function freedColumns(run: RunSql): Promise<string[]> {
  const rows = await run(
    `SELECT attname::text AS column, CASE attgenerated WHEN 's' THEN pg_catalog.pg_get_expr(adbin, adrelid) END AS made
     FROM pg_catalog.pg_attribute LEFT JOIN pg_catalog.pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE attrelid = 'audit.access_record'::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped`,
  );
  const made = new Map(rows.map((row) => [row['column'], row['made']]));
  const wanted: [string, string][] = Object.entries(COPIED).map(([column, part]) => [
    column,
    `((body)::jsonb ->> '${part}'::text)`,
  ]);
  wanted.push(['children', `audit.texts(((body)::jsonb -> 'children'::text))`]);
  return wanted.filter(([column, expression]) => made.get(column) !== expression).map(([column]) => column);
}

function parsed(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const entry: unknown = JSON.parse(body);
    return typeof entry === 'object' ? (entry as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** Whatever is neither a text nor nothing has been written by no program of ours, and is searched by nobody. */
function isCopy(copy: unknown, part: unknown): boolean {
  return typeof part === 'string' || part === null || part === undefined ? copy === (part ?? null) : copy !== null;
}

function areCopies(copies: unknown, parts: unknown = []): boolean {
  if (!Array.isArray(copies) || !Array.isArray(parts) || copies.length !== parts.length) return false;
  return parts.every((part, index) => isCopy(copies[index], part));
}
