import type { DataSource } from 'typeorm';
import type { CursorKeys } from './cursor-signature';

/**
 * The secrets that sign a subgraph's cursors, the newest first.
 *
 * @throws Error where the database has none.
 */
export async function readCursorKeys(dataSource: DataSource): Promise<CursorKeys> {
  const rows = await dataSource.query<{ secret: Buffer }[]>('SELECT secret FROM cursor_key ORDER BY version DESC');
  const [newest, ...older] = rows.map(({ secret }) => secret);
  if (!newest) throw new Error('The table cursor_key is empty, so no page could be continued. Insert a secret.');
  return [newest, ...older];
}
