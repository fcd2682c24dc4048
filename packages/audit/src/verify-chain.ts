import type { ChainFinding } from './chain-finding';
import { chainEnd } from './chain-end';
import { ChainWalk, type ChainHead, type StoredRecord } from './chain-walk';
import type { RunSql } from './run-sql';
import { freedColumns, SEARCHED_COLUMNS, wrongColumns } from './searched-columns';
import { CLOCK_MINUTES, MOMENT } from './sql/moment';

/** Records held in memory at once. */
const PAGE = 500;

/** With so much wrong, more of it says nothing new. */
const FINDINGS = 100;

/**
 * Reads a log from end to end and says what is wrong with it; nothing is wrong: an empty list. Records that are appended
 * meanwhile are left to the next time.
 *
 * @param o.expect - a head that was noted earlier, outside of the database: without one, a log that was written anew from
 * some place on, with its head, looks whole
 * @param o.now - the reader's own clock. @default that of this machine
 */
export async function verifyChain(
  run: RunSql,
  { expect, now = new Date() }: { expect?: ChainHead | undefined; now?: Date } = {},
): Promise<ChainFinding[]> {
  const freed = (await freedColumns(run)).map(freedColumn);
  const end = await chainEnd(run);
  const walk = new ChainWalk(new Date(now.getTime() + CLOCK_MINUTES * 60_000).toISOString(), expect);
  let after: string | null = null;
  for (;;) {
    // With ties: two records at one place are both seen, also where a page ends.
    const rows: Record<string, unknown>[] = await run(
      `SELECT seq::text AS seq, coalesce(${MOMENT}, recorded_at::text) AS moment, written_by, body,
         encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash, ${SEARCHED_COLUMNS}
       FROM audit.access_record WHERE ($1::bigint IS NULL OR access_record.seq > $1) AND access_record.seq <= $2::bigint
       ORDER BY access_record.seq FETCH FIRST ${PAGE} ROWS WITH TIES`,
      [after, end.last],
    );
    for (const row of rows) {
      walk.take(storedRecord(row));
      if (walk.findings.length >= FINDINGS) return [...freed, ...walk.findings, unfinished(row['seq'])];
    }
    if (rows.length < PAGE) return [...freed, ...walk.end(end)];
    after = rows.at(-1)!['seq'] as string;
  }
}

function storedRecord(row: Record<string, unknown>): StoredRecord {
  return {
    seq: Number(row['seq']),
    recordedAt: row['moment'] as string,
    writtenBy: row['written_by'] as string,
    body: row['body'] as string,
    previous: row['previous'] as string,
    hash: row['hash'] as string,
    wrongColumns: wrongColumns(row['body'] as string, row),
  };
}

function freedColumn(column: string): ChainFinding {
  const message = `The column ${column} is not made from the records any more, and may say anything.`;
  return { seq: 0, kind: 'COLUMN', message };
}

function unfinished(seq: unknown): ChainFinding {
  const message = `${FINDINGS} findings: what follows record ${Number(seq)} was not looked at.`;
  return { seq: Number(seq), kind: 'UNFINISHED', message };
}
