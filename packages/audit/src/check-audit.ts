import type { RunSql } from './run-sql';

/** The record of access is not there, or not safe from the role that would write it. The message says what to do. */
export class AuditUnfit extends Error {
  override readonly name = 'AuditUnfit';
}

/** What a role may not have, each with words for it. */
const TOO_MUCH = {
  owns_database: 'owns the database, and may drop it whole',
  owns: 'owns it or may act for its owner',
  changes: 'may change or remove records',
  forges: 'may give a record its place or hash',
  moves_head: 'may change the head',
  replaces: 'may put functions of its own beside it',
} as const;

/**
 * Checks, as the role that will write, that the record of access is installed, that the role may insert and read, and
 * that it may do nothing else.
 *
 * @throws AuditUnfit
 */
export async function checkAudit(run: RunSql): Promise<void> {
  const [row] = await run(
    `SELECT current_user AS role, current_database() AS database,
       has_schema_privilege(schema.oid, 'USAGE') AND has_table_privilege(log.oid, 'SELECT')
         AND has_table_privilege(head.oid, 'SELECT') AND has_column_privilege(log.oid, 'body', 'INSERT') AS works,
       (SELECT pg_has_role(datdba, 'MEMBER') FROM pg_database WHERE datname = current_database()) AS owns_database,
       EXISTS (SELECT FROM (
           SELECT nspowner FROM pg_namespace WHERE oid = schema.oid
           UNION SELECT relowner FROM pg_class WHERE relnamespace = schema.oid
           UNION SELECT proowner FROM pg_proc WHERE pronamespace = schema.oid
         ) AS owners (owner) WHERE pg_has_role(owner, 'MEMBER')) AS owns,
       has_table_privilege(log.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
         OR has_any_column_privilege(log.oid, 'UPDATE') AS changes,
       EXISTS (SELECT FROM pg_attribute WHERE attrelid = log.oid AND attnum > 0 AND NOT attisdropped
         AND attname <> 'body' AND has_column_privilege(log.oid, attnum, 'INSERT')) AS forges,
       has_table_privilege(head.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
         OR has_any_column_privilege(head.oid, 'INSERT, UPDATE') AS moves_head,
       has_schema_privilege(schema.oid, 'CREATE') AS replaces,
       (SELECT count(*)::integer FROM pg_trigger WHERE tgrelid IN (log.oid, head.oid) AND tgenabled = 'A') AS triggers
     FROM pg_namespace AS schema
       JOIN pg_class AS log ON log.relnamespace = schema.oid AND log.relname = 'access_record'
       JOIN pg_class AS head ON head.relnamespace = schema.oid AND head.relname = 'head'
     WHERE schema.nspname = 'audit'`,
  );
  const install = 'as its administrator: hub audit install --database <url>';
  if (row === undefined) throw new AuditUnfit(`The database has no record of access. Install it ${install}`);
  const { role, database, works, triggers } = row;
  const powers = Object.entries(TOO_MUCH).flatMap(([power, words]) => (row[power] === true ? [words] : []));
  if (powers.length > 0) {
    const what = `The role "${String(role)}" can do more to the record of access in "${String(database)}" than append`;
    const mine = `ALTER DATABASE "${String(database)}" OWNER TO <administrator>; GRANT CREATE ON SCHEMA public TO "${String(role)}"`;
    const how = row['owns_database'] === true ? ` For the database: ${mine}` : '';
    throw new AuditUnfit(`${what}: it ${powers.join(', it ')}. Use another role, or take these rights from it.${how}`);
  }
  if (works !== true || triggers !== 4) {
    const what = `The record of access in "${String(database)}" is not whole: `;
    const why = works === true ? 'its triggers are switched off' : `"${String(role)}" may not append or read`;
    throw new AuditUnfit(`${what}${why}. Find out why, then install it again ${install}`);
  }
}
