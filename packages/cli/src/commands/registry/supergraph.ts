import type { PublishedSupergraph } from '@hub/registry';
import type { Command } from 'commander';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import { codeOf, registryCommand } from './registry-command';
import { give, giveJson, say } from './say';
import { wholeNumber } from './whole-number';

const EXAMPLES = ['supergraph', 'supergraph --number 1 --json'];

/** `hub supergraph`: what is served, or was. */
export function supergraphCommand(finish: (code: number) => void): Command {
  return registryCommand('supergraph', 'write the supergraph to stdout, and say what it is made of', EXAMPLES)
    .option('--number <number>', 'an earlier one (default: the newest)', wholeNumber)
    .action(async ({ number, ...options }: RegistryOptions & { number?: number }) => {
      const ask = async () => {
        const path = `supergraph${number === undefined ? '' : `?number=${number}`}`;
        const found = await askRegistry<PublishedSupergraph>(options, path);
        if (options.json) giveJson(found);
        else {
          give(found.sdl);
          say(`Supergraph ${found.number}:`);
          for (const { name, publication, servedUnder } of found.subgraphs) {
            say(`  ${name}  ${servedUnder}  ${publication === null ? 'none' : `publication ${publication}`}`);
          }
        }
        return 0;
      };
      finish(await codeOf(ask));
    });
}
