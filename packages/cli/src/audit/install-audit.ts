import { administer, AUDIT_SQL, serviceRights } from '@hub/audit';
import { HubError, reasonOf } from '../errors';
import { hostOf } from '../system/database-plan';
import { openDatabase, runSqlOf } from '../system/open-database';

/**
 * Installs the record of access in a database; one that is there is kept.
 *
 * @param name - whose database it is
 * @param url - the database, by its administrator: what is made shall not belong to the role whose access it records
 * @param variable - where the URL came from, for messages
 * @param service - the login role whose tables it holds, where the hub made both: its rights are set too
 */
export async function installAudit(name: string, url: string, variable: string, service?: string): Promise<void> {
  const client = await openDatabase(url, variable);
  const rights = service === undefined ? '' : serviceRights(service);
  try {
    await administer(runSqlOf(client), client.database!, AUDIT_SQL + rights);
  } catch (error) {
    throw new HubError('AUDIT_NOT_INSTALLABLE', { name, host: hostOf(url), reason: reasonOf(error) });
  } finally {
    await client.end();
  }
}
