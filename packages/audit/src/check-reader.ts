import { AuditUnfit } from './check-audit';
import type { RunSql } from './run-sql';

/**
 * Checks, before a log is read, that reading it runs nobody's functions with rights that are not theirs: a view, a policy
 * or an index of a service would call what the service put there. Whoever has no more rights than to read may read any
 * log; an administrator only what is its own or a superuser's.
 *
 * @throws AuditUnfit
 */
export async function checkReader(run: RunSql): Promise<void> {
  const [row] = await run(
    `SELECT reader.rolname AS reader, owner.rolname AS owner
     FROM pg_roles AS reader, pg_roles AS owner
     WHERE reader.rolname = current_user AND owner.rolname <> reader.rolname AND NOT owner.rolsuper
       AND (reader.rolsuper OR reader.rolcreaterole OR reader.rolcreatedb OR reader.rolreplication
         OR reader.rolbypassrls OR EXISTS (SELECT FROM pg_auth_members WHERE member = reader.oid))
       AND owner.oid IN (
         SELECT nspowner FROM pg_namespace WHERE nspname = 'audit'
         UNION SELECT relowner FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace WHERE nspname = 'audit'
         UNION SELECT proowner FROM pg_proc JOIN pg_namespace AS n ON n.oid = pronamespace WHERE nspname = 'audit')
     LIMIT 1`,
  );
  if (row === undefined) return;
  const [owner, reader] = [String(row['owner']), String(row['reader'])];
  throw new AuditUnfit(`it belongs to "${owner}", whose functions would run with the rights of "${reader}"`);
}
