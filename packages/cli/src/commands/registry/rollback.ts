import type { Command } from 'commander';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import type { PublicationAnswer } from './answers';
import { codeOf, registryCommand } from './registry-command';
import { toldPublication } from './told-publication';
import { wholeNumber } from './whole-number';

const EXAMPLES = ['rollback 4 --reason "The new type was a mistake"'];

/** `hub rollback`: a schema that was good once is published again. */
export function rollbackCommand(finish: (code: number) => void): Command {
  return registryCommand(
    'rollback',
    'publish again what was published before; exit with 1 when it is refused',
    EXAMPLES,
  )
    .argument('<publication>', 'its number, as hub history lists them', wholeNumber)
    .requiredOption('--reason <text>', 'why, for the history')
    .action(async (publication: number, { reason, ...options }: RegistryOptions & { reason: string }) => {
      const restore = async () => {
        const restored = await askRegistry<PublicationAnswer>(options, 'rollbacks', { publication, reason });
        return toldPublication(restored, `publication ${publication}`, options.json ?? false);
      };
      finish(await codeOf(restore));
    });
}
