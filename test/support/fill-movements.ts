import type { DataSource } from 'typeorm';

/** A kind of movement, and how many of it. */
export interface Filling {
  count: number;
  origin: string;
  destination: string;
  /** @default '2026-05-01' */
  notifiedOn?: string;
  /** @default 'MISSING' */
  category?: string;
  /** @default 'NOTIFIED' */
  state?: string;
  /** Pseudonym of the one child that all are of. @default one each */
  child?: string;
}

let filled = 0;

/** Brings movements of a kind into London's table, without histories: enough for what is counted. @returns their ids. */
export async function fillMovements(dataSource: DataSource, filling: Filling): Promise<string[]> {
  const { count, origin, destination, notifiedOn = '2026-05-01', category = 'MISSING' } = filling;
  const { state = 'NOTIFIED', child = null } = filling;
  const rows = await dataSource.query<{ id: string }[]>(
    `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, permanence,
       planning, state, since, notified_at, closed_at, responsible_code, is_synthetic)
     SELECT 'movement:filled-' || n, coalesce($8, 'p1:1:filled-' || n), $4, $2, $3, $5, 'PERMANENT', 'PLANNED', $6,
       $5::date, $5::date, CASE WHEN $6 IN ('CLOSED', 'WITHDRAWN') THEN $5::date END, $2, false
     FROM generate_series($7::integer + 1, $7::integer + $1::integer) n RETURNING id`,
    [count, origin, destination, category, notifiedOn, state, filled, child],
  );
  filled += count;
  return rows.map(({ id }) => id);
}

/** Gives movements a clock that stands as told. */
export async function fillClocks(
  dataSource: DataSource,
  ids: readonly string[],
  code: string,
  { rule = 'rule', dueAt = null, metAt = null, stoppedAt = null }: Partial<Record<string, string | null>> = {},
): Promise<void> {
  await dataSource.query(
    `INSERT INTO movement_clock (movement_id, code, rule_id, started_at, due_at, met_at, stopped_at)
     SELECT id, $2, $3, $4::timestamptz - interval '1 day', $4, $5, $6 FROM unnest($1::text[]) AS id`,
    [ids, code, rule, dueAt, metAt, stoppedAt],
  );
}
