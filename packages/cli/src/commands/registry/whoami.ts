import type { PublisherKey } from '@hub/registry';
import type { Command } from 'commander';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import { codeOf, registryCommand } from './registry-command';
import { giveJson, say } from './say';

/** `hub whoami`: whose the key is. */
export function whoamiCommand(finish: (code: number) => void): Command {
  return registryCommand('whoami', 'say whose the key in HUB_REGISTRY_KEY is', ['whoami']).action(
    async (options: RegistryOptions) => {
      const ask = async () => {
        const me = await askRegistry<PublisherKey>(options, 'me');
        if (options.json) giveJson(me);
        else say(`Key ${me.id}: ${me.subgraph === null ? 'the operator' : `publishes for ${me.subgraph}`}.`);
        return 0;
      };
      finish(await codeOf(ask));
    },
  );
}
