import type { AskedHub } from './test-hub';

/** Messages that a partnership has yet to send, and those that wait for one at the hub. */
const TO_TELL = 'SELECT count(*)::int AS count FROM movement_outbox WHERE delivered_at IS NULL';
const TO_TAKE = 'SELECT count(*)::int AS count FROM movement_delivery WHERE acknowledged_at IS NULL';

/** How many messages about movements are on their way between a hub's systems. */
export async function messagesOnTheirWay({ hub, sql }: AskedHub): Promise<number> {
  const counts = await Promise.all(
    [...hub.subgraphs.keys()].map((name) => sql<{ count: number }>(name, name === 'london-scp' ? TO_TAKE : TO_TELL)),
  );
  return counts.flat().reduce((sum, { count }) => sum + count, 0);
}
