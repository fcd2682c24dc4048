import type { RunSql } from './run-sql';

/** PostgreSQL says so when a lock was not had within `lock_timeout`. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs statements of an administrator as one transaction. Where a session of another in the database keeps a lock that
 * they need, all of others' are ended and it is tried again: a service must not keep the administrator out by a
 * transaction that it never ends.
 *
 * @param run - by a session of {@link administratorUrl}
 * @param database - whose sessions may be in the way
 */
export async function administer(run: RunSql, database: string, sql: string): Promise<void> {
  for (let left = 3; ; left--) {
    try {
      await run(sql);
      return;
    } catch (error) {
      if (left === 1 || (error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      await run(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = $1 AND usename <> current_user AND backend_type = 'client backend'`,
        [database],
      );
    }
  }
}
