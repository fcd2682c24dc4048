import type { EntityManager } from 'typeorm';

/**
 * Has tables call a function of a trigger after each statement that writes to them, by whomever: also in a session that leaves
 * other triggers out, as a restore does. To be called at each start, so that no table is forgotten, and none that a migration
 * has made anew.
 */
export async function watchTables(
  manager: EntityManager,
  tables: readonly string[],
  { trigger, calls }: { trigger: string; calls: string },
): Promise<void> {
  const unwatched = await manager.query<{ name: string }[]>(
    `SELECT oid::regclass AS name FROM pg_class
     WHERE oid = ANY ($1::regclass[]) AND NOT EXISTS (
       SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = '${trigger}' AND tgenabled = 'A')`,
    [tables],
  );
  for (const { name } of unwatched) {
    await manager.query(
      `CREATE OR REPLACE TRIGGER ${trigger} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION ${calls}();
       ALTER TABLE ${name} ENABLE ALWAYS TRIGGER ${trigger}`,
    );
  }
}
