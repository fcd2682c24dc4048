import { HUB_VERSION } from '@hub/http';
import { Command } from 'commander';
import { auditCommand } from './commands/audit';
import { checkCommand } from './commands/check';
import { conformanceCommand } from './commands/conformance';
import { devCommand } from './commands/dev';
import { devLondonCommand } from './commands/dev-london';
import { explainCommand } from './commands/explain';
import { importCommand } from './commands/import';
import { initCommand } from './commands/init';
import { keyCommand } from './commands/key';
import { keysCommand } from './commands/keys';
import { diffCommand } from './commands/registry/diff';
import { historyCommand } from './commands/registry/history';
import { publishCommand } from './commands/registry/publish';
import { rollbackCommand } from './commands/registry/rollback';
import { supergraphCommand } from './commands/registry/supergraph';
import { whoamiCommand } from './commands/registry/whoami';
import { schemaCommand } from './commands/schema';
import { startCommand } from './commands/start';
import { tokenCommand } from './commands/token';
import { webhooksCommand } from './commands/webhooks';
import { HubError } from './errors';

/**
 * Runs the `hub` command in this process.
 *
 * @param args - the arguments after the command's name
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const finish = (result: number) => void (code = result);
  const program = new Command('hub')
    .description('The London SCP hub: one GraphQL API over the local safeguarding children partnerships')
    .version(HUB_VERSION)
    .addCommand(startCommand(finish))
    .addCommand(devLondonCommand(finish))
    .addCommand(initCommand(finish))
    .addCommand(devCommand(finish))
    .addCommand(checkCommand(finish))
    .addCommand(explainCommand(finish))
    .addCommand(publishCommand(finish))
    .addCommand(diffCommand(finish))
    .addCommand(historyCommand(finish))
    .addCommand(rollbackCommand(finish))
    .addCommand(supergraphCommand(finish))
    .addCommand(whoamiCommand(finish))
    .addCommand(keyCommand(finish))
    .addCommand(schemaCommand(finish))
    .addCommand(auditCommand(finish))
    .addCommand(tokenCommand(finish))
    .addCommand(importCommand(finish))
    .addCommand(keysCommand(finish))
    .addCommand(webhooksCommand(finish))
    .addCommand(conformanceCommand(finish));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // A failure that explains itself needs no stack.
    process.stderr.write(`${error instanceof HubError ? error.message : (error as Error).stack}\n`);
    code = 1;
  }
  return code;
}

if (require.main === module) void run(process.argv.slice(2)).then((code) => process.exit(code));
