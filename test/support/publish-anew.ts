import type { DataSource } from 'typeorm';
import { publishFigures } from '../../subgraphs/london-scp/src/movements/publication/publish-figures';

/** Publishes what is there now, as if nothing had been published before. */
export async function publishAnew(dataSource: DataSource, now = new Date()): Promise<void> {
  await dataSource.query('DELETE FROM movement_publication');
  await publishFigures(dataSource.manager, now);
}
