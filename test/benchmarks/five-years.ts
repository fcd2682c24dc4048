import { MovementCategory, type ClockRule, foldEvents, plusDays } from '@hub/contract';
import { demonstrationHistory, DEMONSTRATION_UNTIL } from '@hub/partnership';
import type { Client } from 'pg';
import { clockRows, eventRows, movementRow } from './built-london';

export const MOVEMENTS = 100_000;
const DAYS = 5 * 365;
/** So that a child has up to three notices, each from where the last one led. */
const CHILDREN = 34_000;
const BATCH = 2_000;
const CATEGORIES = Object.values(MovementCategory);

/** The first and the last day of the notices. */
export const PERIOD = { from: plusDays(DEMONSTRATION_UNTIL, 1 - DAYS), to: DEMONSTRATION_UNTIL };

/** Fills London's tables with 20,000 movements a year, with the histories that the procedures make of them. */
export async function fillFiveYears(client: Client): Promise<void> {
  const authorities = await client.query<{ code: string }>('SELECT gss_code AS code FROM local_authority ORDER BY 1');
  const codes = authorities.rows.map(({ code }) => code);
  const rules = await client.query<ClockRule>(
    `SELECT id, procedure_id AS "procedureId", code, amount, unit, starts_at AS "startsAt", counts_start_day AS "countsStartDay",
       valid_from AS "validFrom", valid_to AS "validTo" FROM procedure_rule`,
  );
  const now = new Date();
  let written = Promise.resolve();
  for (let first = 0; first < MOVEMENTS; first += BATCH) {
    const movements = Array.from({ length: BATCH }, (_, index) => foldEvents(historyOf(first + index, codes))!);
    const tables = {
      child_movement: movements.map((movement) => movementRow(movement, true)),
      movement_event: movements.flatMap((movement) => eventRows(movement, 0)),
      movement_clock: movements.flatMap((movement) => clockRows(movement, rules.rows, now)),
    };
    // The next are made while these are written.
    await written;
    written = insert(client, tables);
  }
  await written;
  // As many as there are children: a hub makes them of the histories where it starts without.
  await client.query(
    `INSERT INTO child_responsibility (child_pseudonym, position, authority, from_at, movement_id)
     SELECT DISTINCT ON (child_pseudonym) child_pseudonym, 0, origin_code, notified_at, id FROM child_movement
     ORDER BY child_pseudonym, notified_at ON CONFLICT DO NOTHING`,
  );
  // As autovacuum leaves tables that have been written.
  for (const table of ['child_movement', 'movement_event', 'movement_clock', 'child_responsibility']) {
    await client.query(`VACUUM (ANALYZE) ${table}`);
  }
}

/** Every pair of London's authorities, every category, evenly over the period; the same at every run. */
function historyOf(number: number, codes: readonly string[]) {
  const child = number % CHILDREN;
  const stride = 1 + (Math.floor(child / codes.length) % (codes.length - 1));
  const code = (moves: number) => codes[(child + moves * stride) % codes.length]!;
  const notice = Math.floor(number / CHILDREN);
  const day = plusDays(PERIOD.from, Math.floor((number * DAYS) / MOVEMENTS));
  return demonstrationHistory({
    id: `movement:01${String(number).padStart(24, '0')}`,
    childPseudonym: `p1:1:${String(child).padStart(43, '0')}`,
    category: CATEGORIES[number % CATEGORIES.length]!,
    originCode: code(notice),
    destinationCode: code(notice + 1),
    movedOn: plusDays(day, 3),
    day,
  });
}

/** Writes rows of several tables with one statement. */
async function insert(client: Client, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const inserts = Object.entries(tables).map(([table, rows], index) => {
    const columns = Object.keys(rows[0]!).map(columnOf).join(', ');
    const records = `jsonb_populate_recordset(NULL::${table}, $${index + 1})`;
    return `of_${table} AS (INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${records})`;
  });
  const values = Object.values(tables).map((rows) => {
    const columns = Object.keys(rows[0]!).map(columnOf);
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(Object.values(row).map((value, index) => [columns[index], value]))),
    );
  });
  await client.query(`WITH ${inserts.join(', ')} SELECT 1`, values);
}

/** `childPseudonym` is kept in `child_pseudonym`. */
function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
