import { Command } from 'commander';
import { makeHubKeys } from '../system/hub-keys';

/** `hub keys`: the keys of a hub whose processes are started by something else than `hub start`. */
export function keysCommand(finish: (code: number) => void): Command {
  return new Command('keys')
    .description(
      'make the keys of gateway tokens, webhooks and pseudonyms that are missing in a folder, and write the public ones anew',
    )
    .requiredOption('--out <folder>', 'where they lie; kept for its owner alone')
    .action(async ({ out }: { out: string }) => {
      for (const file of Object.values(await makeHubKeys(out))) process.stdout.write(`${file}\n`);
      finish(0);
    });
}
