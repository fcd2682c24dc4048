/** What a partnership records of its governance, each table behind those that its rows name. */
const TABLES = [
  ...['meeting', 'agenda_request', 'body_decision', 'partner_sign_off', 'appointment', 'chair_appointment'],
  ...['group_report', 'board_contact', 'serious_incident', 'incident_notification', 'rapid_review', 'practice_review'],
  ...['review_step', 'learning_dissemination', 'recommendation', 'recommendation_action', 'practice_audit'],
  ...['professional_challenge', 'challenge_escalation', 'scrutiny_activity', 'report', 'report_dispatch'],
  ...['set_priority', 'priority_review', 'success_measure', 'plan_document', 'quarterly_theme', 'safeguarding_issue'],
  ...['voice_of_children', 'training_course', 'training_attendance', 'training_evaluation', 'threshold_document'],
];
/** Columns by which a row is named, or names another that is copied with it. */
const NAMES = /^(id|reference|\w+_reference|report_id|course_id|priority_id)$/;
/** So that each day of the week stays itself. */
const DAYS_A_YEAR = 364;

/** Runs a statement, and gives its rows. */
export type RunStatement = (sql: string, parameters?: unknown[]) => Promise<Record<string, string>[]>;

/**
 * Records each year of a partnership's demonstration data again for years before it, under names of their own.
 *
 * @param years - how many.
 * @returns how many rows its tables hold now.
 */
export async function fillEarlierYears(run: RunStatement, years: number): Promise<number> {
  const columns = await run(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = ANY($1) AND is_generated = 'NEVER'`,
    [TABLES],
  );
  let rows = 0;
  for (const table of TABLES.filter((name) => columns.some((one) => one['table'] === name))) {
    const own = columns.filter((one) => one['table'] === table);
    await run(
      `INSERT INTO ${table} (${own.map(({ column }) => `"${column}"`).join(', ')})
       SELECT ${own.map(earlier).join(', ')} FROM ${table} AS one, generate_series(1, ${years}) AS back
       ON CONFLICT DO NOTHING`,
    );
    await run(`ANALYZE ${table}`);
    rows += Number((await run(`SELECT count(*) AS rows FROM ${table}`))[0]!['rows']);
  }
  return rows;
}

/** A column of a row as it was so many years back. */
function earlier({ column, type }: Record<string, string>): string {
  if (type === 'date') return `one."${column}" - back * ${DAYS_A_YEAR}`;
  if (NAMES.test(column!)) return `one."${column}" || '-' || back`;
  // The rest of `2025-26` is the next year's, and of `2025-Q1` the quarter.
  if (column === 'financial_year') return `${yearOf(column)} || '-' || right(${yearOf(column, 1)}, 2)`;
  if (column === 'quarter') return `${yearOf(column)} || substr(one.quarter, 5)`;
  return `one."${column}"`;
}

/** The year with which a text begins, so many back. */
function yearOf(column: string, on = 0): string {
  return `(left(one.${column}, 4)::integer - back + ${on})::text`;
}
