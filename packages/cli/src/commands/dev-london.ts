import { Command } from 'commander';
import { startInTerminal } from './start-in-terminal';

/** As many as cover all 33 local authorities of London, three of them by one. */
const ALL_OF_LONDON = 31;

/** `hub dev-london`: a hub of London's size on this machine, for developers. */
export function devLondonCommand(finish: (code: number) => void): Command {
  return new Command('dev-london')
    .description("start a hub of London's size: the partnerships of the checkout, and copies of Havering beside them")
    .option('--partnerships <count>', 'how many in all', Number, ALL_OF_LONDON)
    .action(async ({ partnerships }: { partnerships: number }) => finish(await startInTerminal({ partnerships })));
}
