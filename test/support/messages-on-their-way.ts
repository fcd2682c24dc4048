import { Client } from 'pg';
import type { HubWorld } from './hub-world';

/** Messages that a partnership has yet to tell, and those that wait for one at the hub. */
const TO_TELL = 'SELECT count(*)::int AS count FROM movement_outbox WHERE delivered_at IS NULL';
const TO_TAKE = 'SELECT count(*)::int AS count FROM movement_delivery WHERE acknowledged_at IS NULL';

/** How many messages about movements are on their way between a world's systems. */
export async function messagesOnTheirWay({ hub }: HubWorld): Promise<number> {
  let count = 0;
  for (const subgraph of hub.subgraphs.keys()) {
    const client = new Client({ connectionString: hub.databaseUrl(subgraph) });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number }>(subgraph === 'london-scp' ? TO_TAKE : TO_TELL);
      count += rows[0]!.count;
    } finally {
      await client.end();
    }
  }
  return count;
}
