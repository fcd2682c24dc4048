/**
 * Settings that a session of an administrator never takes from a database. Its owner may give a database others, and a
 * role itself: then the session would call the functions of whoever set them, with the rights of the administrator. What
 * a client sends as it connects comes before both.
 */
const PINNED: Readonly<Record<string, string>> = {
  search_path: 'pg_catalog',
  role: 'none',
  local_preload_libraries: '',
  // A policy is somebody's expression too: it is refused, and not run.
  row_security: 'off',
  standard_conforming_strings: 'on',
  default_transaction_read_only: 'off',
  default_transaction_isolation: 'read committed',
  statement_timeout: '0',
  lock_timeout: '5s',
};

/**
 * The URL of a database as an administrator opens it: what the database or a role sets counts for nothing in the session.
 * Not for a pooler that shares sessions, which would drop the settings.
 */
export function administratorUrl(url: string): string {
  const pinned = new URL(url);
  const own = pinned.searchParams.get('options') ?? '';
  const settings = Object.entries(PINNED).map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`);
  // Of two settings of one name the last counts.
  pinned.searchParams.set('options', [own, ...settings].join(' ').trim());
  return pinned.href;
}

/** SQL: the same for one transaction, for SQL that somebody may run by a connection of their own. */
export const PINNED_SQL = `
SET LOCAL search_path = pg_catalog;
SET LOCAL standard_conforming_strings = on;
SET LOCAL lock_timeout = '5s';
`;
