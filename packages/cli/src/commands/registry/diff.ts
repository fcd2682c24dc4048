import { schemaChanges } from '@hub/registry';
import type { Command } from 'commander';
import { HubError, reasonOf } from '../../errors';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import { schemaAt } from '../../registry/schema-at';
import { codeOf, registryCommand } from './registry-command';
import { giveJson, say } from './say';

const EXAMPLES = ['diff 5 newham.graphql', 'diff 5 5 --json'];

/** `hub diff`: what changes between two schemas of a subgraph. */
export function diffCommand(finish: (code: number) => void): Command {
  return registryCommand('diff', 'say what changes from one schema to another', EXAMPLES)
    .argument('<from>', 'the number of a publication, or a file')
    .argument('<to>', 'the number of another, a file, or the address of a subgraph')
    .action(async (from: string, to: string, options: RegistryOptions) => {
      const compare = async () => {
        const changes = await changesOf(await sdlOf(from, options), await sdlOf(to, options));
        if (options.json) giveJson(changes);
        else for (const { criticality, message } of changes) say(`${criticality.toLowerCase()}  ${message}`);
        if (!options.json && changes.length === 0) say('Nothing changes.');
        return 0;
      };
      finish(await codeOf(compare));
    });
}

async function sdlOf(source: string, options: RegistryOptions): Promise<string> {
  if (!/^\d{1,15}$/.test(source)) return schemaAt(source, source);
  return (await askRegistry<{ sdl: string }>(options, `publications/${source}`)).sdl;
}

async function changesOf(from: string, to: string) {
  try {
    return await schemaChanges(from, to);
  } catch (error) {
    throw new HubError('DIFF_UNREADABLE', { reason: reasonOf(error) });
  }
}
