import type { EntityManager, EntitySchema } from 'typeorm';
import { FACTS_CHANNEL } from './facts-channel';

const TRIGGER = 'facts_changed';

/**
 * Has every table of facts tell when it is written to, by whomever: also in a session that leaves other triggers out, as a
 * restore does. At each start, so that no table is forgotten, and none that a migration has made anew. That this start
 * has loaded is told too, for what a migration did to a table itself.
 */
export async function watchFacts(manager: EntityManager, facts: readonly EntitySchema[]): Promise<void> {
  const tables = facts.map(({ options: { target } }) => manager.connection.getMetadata(target!).tableName);
  const unwatched = await manager.query<{ name: string }[]>(
    `SELECT oid::regclass AS name FROM pg_class
     WHERE oid = ANY ($1::regclass[]) AND NOT EXISTS (
       SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = '${TRIGGER}' AND tgenabled = 'A')`,
    [tables],
  );
  for (const { name } of unwatched) {
    await manager.query(
      `CREATE OR REPLACE TRIGGER ${TRIGGER} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION tell_facts_changed();
       ALTER TABLE ${name} ENABLE ALWAYS TRIGGER ${TRIGGER}`,
    );
  }
  await manager.query('SELECT pg_notify($1, $2)', [FACTS_CHANNEL, '']);
}
