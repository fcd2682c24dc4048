import type { AskedHub } from '../test-hub';

/** Runs a statement in a database. */
type Ask = <Row extends object>(sql: string) => Promise<Row[]>;

/** Every table of every subgraph, beside the record of access, with its rows as one hash. */
export async function databaseContents({ hub, sql }: AskedHub): Promise<Record<string, string>> {
  const contents = await Promise.all(
    [...hub.subgraphs.keys()].map(async (subgraph) => {
      const ask: Ask = (statement) => sql(subgraph, statement);
      const tables = Object.entries(await tableContents(ask, ['audit']));
      return tables.map(([name, content]) => [`${subgraph}: ${name}`, content] as const);
    }),
  );
  return Object.fromEntries(contents.flat());
}

/** Every table of one database, with its rows as one hash. */
export async function tableContents(ask: Ask, exceptSchemas: readonly string[] = []): Promise<Record<string, string>> {
  const left = ['pg_catalog', 'information_schema', ...exceptSchemas].map((schema) => `'${schema}'`);
  const tables = await ask<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN (${left.join(', ')})`,
  );
  const hashes = tables.map(
    ({ name }) => `SELECT '${name}' AS name,
      count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content FROM ${name} t`,
  );
  const contents = await ask<{ name: string; content: string }>(hashes.join(' UNION ALL '));
  return Object.fromEntries(contents.map(({ name, content }) => [name, content]));
}
