import { LONDON_AUTHORITIES, type BandedCount } from '@hub/contract';

/**
 * The lines of a table by authority, as GSS codes: each of London's, and null for all others together. They are always the
 * same, so that a line tells nothing by being there.
 */
const LINES: readonly (string | null)[] = [...LONDON_AUTHORITIES, null];

/** A count as it was read. */
export interface CountedAt {
  /** GSS code. */
  code: string;
  count: number;
}

/** Counts by line. */
export function byAuthority(counted: readonly CountedAt[]): number[] {
  return LINES.map((line) =>
    counted.filter(({ code }) => isOfLine(code, line)).reduce((sum, { count }) => sum + count, 0),
  );
}

/** Whether an authority is counted in a line. */
export function isOfLine(code: string, line: string | null): boolean {
  return line === null ? !LONDON_AUTHORITIES.includes(code) : code === line;
}

/** A line that is shown. */
export interface AuthorityLine {
  /** GSS code, or null for all outside London. */
  code: string | null;
  value: number;
}

/** The lines of which a number is shown. */
export function shownLines(cells: readonly BandedCount[]): AuthorityLine[] {
  return cells.flatMap((value, index) => (value === null ? [] : [{ code: LINES[index]!, value }]));
}
