import { chainEnd, checkReader, verifyChain, type ChainHead } from '@hub/audit';
import { HubError, reasonOf } from '../errors';
import { hostOf } from '../system/database-plan';
import { openDatabase, runSqlOf } from '../system/open-database';

/**
 * Verifies one log, and says in lines what was found. The first line holds the head, to be noted for the next time.
 *
 * @throws HubError where the log cannot be read
 */
export async function verifyLog(
  name: string,
  url: string,
  expect: ChainHead | undefined,
): Promise<{ lines: string[]; isWhole: boolean }> {
  const client = await openDatabase(url, name);
  const run = runSqlOf(client);
  try {
    await checkReader(run);
    const { count, head } = await chainEnd(run);
    const findings = await verifyChain(run, { expect });
    const end = head === null ? 'none' : `${head.seq}:${head.hash}`;
    const verdict = findings.length === 0 ? 'whole' : 'NOT WHOLE';
    const lines = findings.map(({ kind, message }) => `  ${kind}  ${message}`);
    return { lines: [`${name}: ${verdict}, records ${count}, head ${end}`, ...lines], isWhole: findings.length === 0 };
  } catch (error) {
    const values = { name, host: hostOf(url), reason: reasonOf(error) };
    // Undefined table, invalid schema.
    const isMissing = ['42P01', '3F000'].includes((error as { code?: string }).code ?? '');
    throw new HubError(isMissing ? 'AUDIT_NOT_INSTALLED' : 'AUDIT_UNREADABLE', values);
  } finally {
    await client.end();
  }
}
