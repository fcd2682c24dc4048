import type { EntityManager, EntitySchema } from 'typeorm';
import { FACTS_CHANNEL } from './facts-channel';
import { watchTables } from './watch-tables';

/**
 * Has every table of facts tell when it is written to. That this start has loaded is told too, for what a migration did to a
 * table itself.
 */
export async function watchFacts(manager: EntityManager, facts: readonly EntitySchema[]): Promise<void> {
  const tables = facts.map(({ options: { target } }) => manager.connection.getMetadata(target!).tableName);
  await watchTables(manager, tables, { trigger: 'facts_changed', calls: 'tell_facts_changed' });
  await manager.query('SELECT pg_notify($1, $2)', [FACTS_CHANNEL, '']);
}
