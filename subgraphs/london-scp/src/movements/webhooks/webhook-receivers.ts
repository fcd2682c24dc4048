import type { DataSource } from 'typeorm';
import type { WebhookReceiver } from './webhook-settings';

/**
 * Writes down who is told, for whom alone something is written down to tell. What waits for somebody else is forgotten.
 *
 * @returns ids that no partnership of the directory has: nothing is ever for them.
 */
export async function writeReceivers(dataSource: DataSource, receivers: readonly WebhookReceiver[]): Promise<string[]> {
  const rows = [JSON.stringify(receivers.map(({ partnership, url }) => ({ partnership, url: url.href })))];
  const given = 'SELECT partnership, url FROM jsonb_to_recordset($1) AS given(partnership text, url text)';
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `DELETE FROM webhook_receiver WHERE partnership NOT IN (SELECT partnership FROM (${given}) AS told)`,
      rows,
    );
    await manager.query(
      `INSERT INTO webhook_receiver (partnership, url) ${given} ORDER BY 1
       ON CONFLICT (partnership) DO UPDATE SET url = excluded.url WHERE webhook_receiver.url <> excluded.url`,
      rows,
    );
    const unknown = await manager.query<{ partnership: string }[]>(
      'SELECT partnership FROM webhook_receiver WHERE partnership NOT IN (SELECT id FROM partnership) ORDER BY 1',
    );
    return unknown.map(({ partnership }) => partnership);
  });
}
