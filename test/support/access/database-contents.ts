import { Client } from 'pg';
import type { HubWorld } from '../hub-world';

/** Every table of every subgraph, beside the record of access, with its rows as one hash. */
export async function databaseContents({ hub }: HubWorld): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const subgraph of hub.subgraphs.keys()) {
    const client = new Client({ connectionString: hub.databaseUrl(subgraph) });
    await client.connect();
    try {
      const { rows } = await client.query<{ table: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'audit')`,
      );
      for (const { table } of rows) {
        const { rows: all } = await client.query<{ content: string }>(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content
             FROM ${table} t`,
        );
        contents[`${subgraph}: ${table}`] = all[0]!.content;
      }
    } finally {
      await client.end();
    }
  }
  return contents;
}
