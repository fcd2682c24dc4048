import { Command } from 'commander';
import { HubError } from '../../errors';
import { say } from './say';

/** A command that asks the registry of a running hub: 0 where all is well, 1 where a schema is refused, 2 where nothing came of it. */
export function registryCommand(name: string, description: string, examples: readonly string[]): Command {
  const command = new Command(name).description(description);
  return command
    .option('--url <origin>', 'where the hub is (default: HUB_REGISTRY_URL, else http://127.0.0.1:4000)')
    .option('--json', 'write what was answered to stdout, as JSON')
    .addHelpText(
      'after',
      `\nThe key of the subgraph, or of the operator, is read from HUB_REGISTRY_KEY.\n\nExamples:\n${examples.map((one) => `  hub ${one}`).join('\n')}`,
    );
}

/** The exit code of what a command does. */
export async function codeOf(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    say(error.message);
    return 2;
  }
}
