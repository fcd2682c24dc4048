import type { Client } from 'pg';

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** Runs a statement, and says how long it took and which indexes and whole tables it read. */
export async function planSummary(client: Client, sql: string, parameters: readonly unknown[]): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    [...parameters],
  );
  const [{ Plan: plan, 'Execution Time': time }] = rows[0]!['QUERY PLAN'];
  return `${time.toFixed(1)} ms of SQL by ${[...new Set(readsOf(plan))].join(', ')}`;
}

function readsOf(node: PlanNode): string[] {
  const whole = node['Node Type'] === 'Seq Scan' ? [`the whole of ${node['Relation Name']}`] : [];
  const index = node['Index Name'] === undefined ? [] : [node['Index Name']];
  return [...whole, ...index, ...(node.Plans ?? []).flatMap(readsOf)];
}
