import { Command } from 'commander';
import { startInTerminal } from './start-in-terminal';

/** `hub start`: the whole hub in this terminal. */
export function startCommand(finish: (code: number) => void): Command {
  return new Command('start')
    .description('start PostgreSQL, every subgraph and the gateway; PORT and HUB_HOME choose where')
    .option('--no-demo', 'load no demonstration data (also: HUB_DEMO=0)')
    .action(async ({ demo }: { demo: boolean }) => finish(await startInTerminal({ demo })));
}
