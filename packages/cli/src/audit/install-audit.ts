import { AUDIT_SQL } from '@hub/audit';
import { HubError, reasonOf } from '../errors';
import { hostOf } from '../system/database-plan';
import { openDatabase } from '../system/open-database';

/**
 * Installs the record of access in a database; one that is there is kept.
 *
 * @param name - whose database it is
 * @param url - the database, by its administrator: what is made shall not belong to the role whose access it records
 * @param variable - where the URL came from, for messages
 */
export async function installAudit(name: string, url: string, variable: string): Promise<void> {
  const client = await openDatabase(url, variable);
  try {
    await client.query(AUDIT_SQL);
  } catch (error) {
    throw new HubError('AUDIT_NOT_INSTALLABLE', { name, host: hostOf(url), reason: reasonOf(error) });
  } finally {
    await client.end();
  }
}
