import type { ChainHead } from './chain-walk';
import type { RunSql } from './run-sql';
import { MOMENT } from './sql/moment';

/** Where a log ends. */
export interface ChainEnd {
  /** What the database notes of it: to be kept elsewhere, for the next verification. Null: the note is gone. */
  head: ChainHead | null;
  /** The latest time that the database has noted, as PostgreSQL writes it here; null without a head. */
  headAt: string | null;
  /** The highest place that is taken or noted, as PostgreSQL writes it. */
  last: string;
  /** How many records there are. */
  count: number;
}

/** Reads where a log ends. One statement: the head and the records are those of one moment. */
export async function chainEnd(run: RunSql): Promise<ChainEnd> {
  const [row] = await run(
    `SELECT head.seq::text AS seq, encode(head.hash, 'hex') AS hash, count::text AS count,
       coalesce(${MOMENT}, recorded_at::text) AS moment, greatest(head.seq, max, 0)::text AS last
     FROM (SELECT count(*), max(seq) FROM audit.access_record) AS records LEFT JOIN audit.head ON true`,
  );
  const { seq, hash, moment, count, last } = row as Record<string, string> & {
    seq: string | null;
    moment: string | null;
  };
  return {
    head: seq === null ? null : { seq: Number(seq), hash: hash! },
    headAt: moment,
    last: last!,
    count: Number(count),
  };
}
