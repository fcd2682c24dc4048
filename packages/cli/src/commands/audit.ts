import type { ChainHead } from '@hub/audit';
import { Command } from 'commander';
import { readAuditDatabases, readExpectedHeads } from '../audit/audit-options';
import { installAudit } from '../audit/install-audit';
import { verifyLog } from '../audit/verify-log';
import { HubError } from '../errors';
import { hostOf } from '../system/database-plan';
import { databasesOfRunningHub } from './databases-of-running-hub';

/** `hub audit`: looks after the records of access. */
export function auditCommand(finish: (code: number) => void): Command {
  const several = (value: string, before: string[]) => [...before, value];
  return new Command('audit')
    .description('verify the records of access, or install one in a database')
    .addCommand(
      new Command('verify')
        .description('read each log from end to end; exit with 1 when one is not whole')
        .option('--database <name=url>', 'this log, and not those of the running hub; may be repeated', several, [])
        .option('--expect <name=seq:hash>', 'a head that was noted earlier; may be repeated', several, [])
        .action(async (o: { database: string[]; expect: string[] }) => finish(await verify(o.database, o.expect))),
    )
    .addCommand(
      new Command('install')
        .description('install the record of access in a database that is given ready made')
        .requiredOption('--database <url>', 'the database, by its administrator')
        .action(async ({ database }: { database: string }) => finish(await install(database))),
    );
}

async function verify(given: string[], expected: string[]): Promise<number> {
  const databases = given.length > 0 ? readAuditDatabases(given) : await databasesOfRunningHub();
  const heads: Map<string, ChainHead> = readExpectedHeads(expected, [...databases.keys()]);
  let code = 0;
  for (const [name, url] of databases) {
    try {
      const { lines, isWhole } = await verifyLog(name, url, heads.get(name));
      process.stdout.write(lines.map((line) => `${line}\n`).join(''));
      if (!isWhole) code = 1;
    } catch (error) {
      // One log that cannot be read shall not hide what is wrong with another.
      if (!(error instanceof HubError)) throw error;
      process.stderr.write(`${error.message}\n`);
      code = 1;
    }
  }
  return code;
}

async function install(given: string): Promise<number> {
  const [[name, url]] = [...readAuditDatabases([given])] as [[string, string]];
  await installAudit(name, url, '--database');
  process.stdout.write(`${name}: the record of access is installed at ${hostOf(url)}\n`);
  return 0;
}
