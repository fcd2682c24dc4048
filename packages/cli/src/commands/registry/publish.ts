import type { Command } from 'commander';
import { askRegistry, type RegistryOptions } from '../../registry/registry-client';
import { schemaAt } from '../../registry/schema-at';
import type { PublicationAnswer } from './answers';
import { codeOf, registryCommand } from './registry-command';
import { toldPublication } from './told-publication';
import { wholeNumber } from './whole-number';

interface Options extends RegistryOptions {
  subgraph: string;
  reason: string;
  routingUrl?: string;
  ifVersion?: number;
}

const EXAMPLES = [
  'publish newham.graphql --subgraph newham --reason "A type of our own"',
  'publish newham.graphql --subgraph newham --reason "The same" --if-version 5 --json',
];

/** `hub publish`: a partnership's schema into the registry. */
export function publishCommand(finish: (code: number) => void): Command {
  return registryCommand('publish', "publish a subgraph's schema; exit with 1 when it is refused", EXAMPLES)
    .argument('<file-or-url>', 'the schema as SDL, or the address of the subgraph that has it')
    .requiredOption('--subgraph <name>', "the subgraph's name in the directory, as newham")
    .requiredOption('--reason <text>', 'why, for the history')
    .option('--routing-url <url>', 'where the hub reaches it, where its operator has not configured that')
    .option('--if-version <number>', 'the publication that must still be served, 0 for none', wholeNumber)
    .action(async (source: string, { subgraph, reason, routingUrl, ifVersion, ...options }: Options) => {
      const publish = async () => {
        const body = { subgraph, reason, sdl: await schemaAt(source, subgraph), url: routingUrl, ifVersion };
        const publication = await askRegistry<PublicationAnswer>(options, 'publications', body);
        return toldPublication(publication, source, options.json ?? false);
      };
      finish(await codeOf(publish));
    });
}
