import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningHub } from '@hub/cli';
import { Client } from 'pg';

/** What a hub has written down so far. */
export interface Kept {
  /** Records of access, in all databases. */
  records: number;
  /** Bytes on disk of all tables of the records. */
  recordBytes: number;
  logBytes: number;
}

export async function keptBy(hub: RunningHub): Promise<Kept> {
  const logs = join(hub.home, 'logs');
  const kept = { records: 0, recordBytes: 0, logBytes: 0 };
  for (const file of readdirSync(logs)) kept.logBytes += statSync(join(logs, file)).size;
  for (const name of hub.subgraphs.keys()) {
    const client = new Client(hub.databaseUrl(name));
    await client.connect();
    try {
      const { rows } = await client.query<{ records: string; bytes: string }>(
        `SELECT (SELECT count(*) FROM audit.access_record) AS records, sum(pg_total_relation_size(oid)) AS bytes
         FROM pg_class WHERE relnamespace = 'audit'::regnamespace AND relkind = 'r'`,
      );
      kept.records += Number(rows[0]!.records);
      kept.recordBytes += Number(rows[0]!.bytes);
    } finally {
      await client.end();
    }
  }
  return kept;
}

/** What was written between two looks. */
export function growth(before: Kept, after: Kept): Kept {
  return {
    records: after.records - before.records,
    recordBytes: after.recordBytes - before.recordBytes,
    logBytes: after.logBytes - before.logBytes,
  };
}
