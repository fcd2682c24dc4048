import type { AskedHub } from '../test-hub';

/** Every table beside the record of access. */
const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'audit')`;

/** Every table of every subgraph, beside the record of access, with its rows as one hash. */
export async function databaseContents({ hub, sql }: AskedHub): Promise<Record<string, string>> {
  const contents = await Promise.all(
    [...hub.subgraphs.keys()].map(async (subgraph) => {
      const tables = await sql<{ name: string }>(subgraph, TABLES);
      const hashes = tables.map(
        ({ name }) => `SELECT '${subgraph}: ${name}' AS name,
          count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content FROM ${name} t`,
      );
      return sql<{ name: string; content: string }>(subgraph, hashes.join(' UNION ALL '));
    }),
  );
  return Object.fromEntries(contents.flat().map(({ name, content }) => [name, content]));
}
