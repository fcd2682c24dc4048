import type { AccessEntry, AlertClosed, AlertRaised, NewAccess } from './access-entry';
import { ACCESS_COLUMNS, accessRecord, type AccessRecord } from './access-record';
import { accessSearch, type AccessFilter } from './access-search';
import { AuditUnavailable } from './audit-unavailable';
import { boundedEntries, cleanTexts } from './bounded-entry';
import { breakGlassAlert, type AlertFilter, type BreakGlassAlert } from './break-glass-alert';
import { checkedPage, type Page } from './page';
import type { RunSql } from './run-sql';
import { MOMENT } from './sql/moment';
import { Strangers } from './strangers';

/** The window in which a person's operations run under one alert, or the alert whose window is over. */
export type Glass = { alert: string; until: string } | { ended: string };

/** Result of closing an alert. `OWN`: whoever broke the glass does not close its alert. */
export type Closing = 'CLOSED' | 'UNKNOWN' | 'OWN' | 'ALREADY_CLOSED';

/**
 * The record of access of one database. Every failure of the database is an {@link AuditUnavailable}.
 *
 * What it writes must outlive what it tells of: `run` must not be inside a transaction that could be rolled back.
 */
export class AuditLog {
  readonly #run: RunSql;
  readonly #strangers = new Strangers((entries) => this.#write(entries));

  /** @param recorder - who writes: `gateway`, or the subgraph's name */
  constructor(
    run: RunSql,
    readonly recorder: string,
  ) {
    this.#run = async (sql, parameters) => {
      try {
        return await run(sql, parameters);
      } catch (error) {
        throw new AuditUnavailable(error);
      }
    };
  }

  /**
   * Writes an access, in several records where its lists are long; once this resolves they are on disk. Of a caller without
   * a token it may only have been counted: see {@link Strangers}.
   */
  async append(access: NewAccess): Promise<void> {
    const entry: AccessEntry = { kind: 'ACCESS', recorder: this.recorder, ...access };
    await (entry.person === null ? this.#strangers.append(entry) : this.#write(boundedEntries(entry)));
  }

  /** Writes what was only counted. To be called at the end, before the database is closed. */
  async close(): Promise<void> {
    await this.#strangers.flush();
  }

  /**
   * The window of a person who breaks the glass. Their first operation raises an alert and opens it; one whose window is
   * over gets no other until the alert is closed.
   *
   * @param minutes - how long the window is
   */
  async openGlass(who: Omit<AlertRaised, 'kind' | 'recorder' | 'alert' | 'until'>, minutes: number): Promise<Glass> {
    const entry = cleanTexts({ recorder: this.recorder, ...who });
    const [row] = await this.#run('SELECT * FROM audit.open_glass($1::jsonb, $2::integer)', [
      JSON.stringify(entry),
      minutes,
    ]);
    const { alert, until, is_over: isOver } = row as { alert: string; until: string; is_over: boolean };
    return isOver ? { ended: alert } : { alert, until };
  }

  /** Closes an alert with what was found: once, and by somebody else than who broke the glass. */
  async closeAlert(closing: Omit<AlertClosed, 'kind' | 'recorder'>): Promise<Closing> {
    const entry = cleanTexts({ recorder: this.recorder, ...closing });
    const [row] = await this.#run('SELECT audit.close_alert($1::jsonb) AS result', [JSON.stringify(entry)]);
    return row!['result'] as Closing;
  }

  /** Records of access, newest first. */
  async search(filter: AccessFilter, page: Page): Promise<AccessRecord[]> {
    const { sql, parameters } = accessSearch(filter, page);
    return (await this.#run(sql, parameters)).map(accessRecord);
  }

  /**
   * The last times that each child was touched, newest first, in one statement.
   *
   * @param children - pseudonyms
   * @param count - how many for each
   */
  async lastAccesses(children: string[], count: number): Promise<Map<string, AccessRecord[]>> {
    const { first } = checkedPage({ first: count });
    const accesses = new Map<string, AccessRecord[]>(children.map((child) => [child, []]));
    const rows = await this.#run(
      // OFFSET 0 keeps the planner to the index of children. It knows no child while it plans, and would else go through
      // the log backwards, once for each child, and to its very beginning for one that was never touched.
      `SELECT asked.child, last.* FROM unnest($1::text[]) AS asked (child) CROSS JOIN LATERAL (
         SELECT ${ACCESS_COLUMNS} FROM (
           SELECT seq, recorded_at, body FROM audit.access_record
           WHERE kind = 'ACCESS' AND children @> ARRAY[asked.child] OFFSET 0
         ) AS every ORDER BY seq DESC LIMIT $2
       ) AS last ORDER BY last.seq DESC`,
      [[...accesses.keys()], first],
    );
    for (const row of rows) accesses.get(row['child'] as string)!.push(accessRecord(row));
    return accesses;
  }

  /** Break-glass alerts, newest first. */
  async alerts(filter: AlertFilter, page: Page): Promise<BreakGlassAlert[]> {
    const { first, after } = checkedPage(page);
    const rows = await this.#run(
      `SELECT raised.*, closed.body AS closed_body, closed.moment AS closed_moment
       FROM (SELECT seq, ${MOMENT} AS moment, body, alert FROM audit.access_record
             WHERE kind = 'ALERT_RAISED' AND seq < coalesce($2::bigint, 9223372036854775807)) AS raised
       LEFT JOIN (SELECT ${MOMENT} AS moment, body, alert FROM audit.access_record
                  WHERE kind = 'ALERT_CLOSED') AS closed USING (alert)
       WHERE $1::boolean IS NULL OR (closed.alert IS NULL) = $1
       ORDER BY raised.seq DESC LIMIT $3`,
      [filter.isOpen ?? null, after ?? null, first],
    );
    return rows.map(breakGlassAlert);
  }

  async #write(entries: readonly AccessEntry[]): Promise<void> {
    await this.#run(
      `INSERT INTO audit.access_record (body)
       SELECT body FROM unnest($1::text[]) WITH ORDINALITY AS entries (body, place) ORDER BY place`,
      [entries.map((entry) => JSON.stringify(entry))],
    );
  }
}
