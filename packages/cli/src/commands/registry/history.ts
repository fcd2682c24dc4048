import type { Command } from 'commander';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import type { PublicationAnswer } from './answers';
import { codeOf, registryCommand } from './registry-command';
import { giveJson, say } from './say';
import { wholeNumber } from './whole-number';

interface Options extends RegistryOptions {
  subgraph?: string;
  first: number;
}

const EXAMPLES = ['history', 'history --subgraph newham --first 5 --json'];

/** `hub history`: what was published, by whom, when and why, and what became of it. */
export function historyCommand(finish: (code: number) => void): Command {
  return registryCommand('history', 'list what was published, newest first', EXAMPLES)
    .option('--subgraph <name>', 'of this subgraph alone (default: that of the key; of all for the operator)')
    .option('--first <count>', 'how many, up to 100', wholeNumber, 20)
    .action(async ({ subgraph, first, ...options }: Options) => {
      const list = async () => {
        const asked = new URLSearchParams({ first: String(first), ...(subgraph && { subgraph }) });
        const path = `publications?${asked.toString()}`;
        const { publications } = await askRegistry<{ publications: PublicationAnswer[] }>(options, path);
        if (options.json) giveJson(publications);
        else for (const one of publications) say(lineOf(one));
        return 0;
      };
      finish(await codeOf(list));
    });
}

function lineOf({ number, subgraph, publishedAt, key, result, restores, reason }: PublicationAnswer): string {
  const by = key === null ? 'the hub' : `key ${key}`;
  const of = restores === null ? '' : `, ${restores} again`;
  return `${number}  ${publishedAt}  ${subgraph}  ${result}${of}  by ${by}: ${reason}`;
}
