import { verifyChain, type AccessEntry, type AlertClosed, type AlertRaised, type ChainFinding } from '@hub/audit';
import { Client } from 'pg';

/** An entry of a record of access. */
export type LogEntry = AccessEntry | AlertRaised | AlertClosed;

/** A whole record of access: its entries, oldest first, and what is wrong with its chain. */
export async function readLog(databaseUrl: string): Promise<{ entries: LogEntry[]; findings: ChainFinding[] }> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const run = async (sql: string, parameters?: unknown[]) =>
      (await client.query<Record<string, unknown>>(sql, parameters)).rows;
    const rows = await run('SELECT body FROM audit.access_record ORDER BY access_record.seq');
    const findings = await verifyChain(run);
    return { entries: rows.map(({ body }) => JSON.parse(body as string) as LogEntry), findings };
  } finally {
    await client.end();
  }
}
