import type { Purpose } from '@hub/access';
import type { AccessOutcome } from './access-entry';
import { ACCESS_COLUMNS } from './access-record';
import { checkedPage, type Page } from './page';

/** What records of access are looked for. All that is given must hold. */
export interface AccessFilter {
  person?: string | undefined;
  /** Of the one who asked. */
  organisation?: string | undefined;
  /** Of the one who asked. */
  partnership?: string | undefined;
  /** Pseudonym of a child that it was about, shown or not. */
  child?: string | undefined;
  purpose?: Purpose | undefined;
  outcome?: AccessOutcome | undefined;
  requestId?: string | undefined;
  recorder?: string | undefined;
  /** The first instant. */
  from?: Date | undefined;
  /** The instant before which. */
  to?: Date | undefined;
}

/** Each has an index that ends with `seq`, save the child's. */
const EQUAL = {
  person: 'person',
  organisation: 'organisation',
  partnership: 'partnership',
  purpose: 'purpose',
  outcome: 'outcome',
  requestId: 'request_id',
  recorder: 'recorder',
} as const satisfies Partial<Record<keyof AccessFilter, string>>;

/** The statement of a search, newest first. */
export function accessSearch(filter: AccessFilter, page: Page): { sql: string; parameters: unknown[] } {
  const { first, after } = checkedPage(page);
  const parameters: unknown[] = [];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`kind = 'ACCESS'`];
  for (const [key, column] of Object.entries(EQUAL) as [keyof typeof EQUAL, string][]) {
    if (filter[key] !== undefined) conditions.push(`${column} = ${given(filter[key])}`);
  }
  if (filter.child !== undefined) conditions.push(`children @> ARRAY[${given(filter.child)}::text]`);
  // Places follow time, so a time is turned into a place, and every index serves the period too.
  if (filter.from !== undefined) conditions.push(`seq >= (${seqAt('>=', 'ASC', given(filter.from))})`);
  if (filter.to !== undefined) conditions.push(`seq <= (${seqAt('<', 'DESC', given(filter.to))})`);
  if (after !== undefined) conditions.push(`seq < ${given(after)}`);
  const sql = `SELECT ${ACCESS_COLUMNS} FROM audit.access_record WHERE ${conditions.join(' AND ')}
    ORDER BY seq DESC LIMIT ${given(first)}`;
  return { sql, parameters };
}

function seqAt(comparison: '>=' | '<', order: 'ASC' | 'DESC', instant: string): string {
  return `SELECT t.seq FROM audit.access_record t WHERE t.recorded_at ${comparison} ${instant}::timestamptz
    ORDER BY t.recorded_at ${order}, t.seq ${order} LIMIT 1`;
}
