import { resolve } from 'node:path';
import { checkPublication, isRefused, SubgraphSdlError, type Finding } from '@hub/registry';
import { Command } from 'commander';
import { HubError } from '../errors';
import { schemaAt } from '../registry/schema-at';
import { publishedHub } from '../schema/published-hub';
import { toldFindings } from '../schema/told-findings';
import { HUB_SUBGRAPH } from '../system/subgraph-list';

const WORKSPACE = resolve(__dirname, '../../../..');

const EXAMPLES = `
Examples:
  hub check newham.graphql --subgraph newham
  hub check http://127.0.0.1:4010/graphql --subgraph newham --json`;

/** `hub check`: whether a partnership's schema would be served, and if not, what to do. */
export function checkCommand(finish: (code: number) => void): Command {
  return new Command('check')
    .description("check a partnership's schema as the hub does; exit with 1 when it would not be served")
    .argument('<file-or-url>', 'the schema as SDL, or the address of the subgraph that has it')
    .requiredOption('--subgraph <name>', "the partnership's name in the directory, as newham")
    .option('--json', 'write the findings to stdout as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (source: string, { subgraph, json = false }: { subgraph: string; json?: boolean }) =>
      finish(await check(source, subgraph, json)),
    );
}

async function check(source: string, name: string, json: boolean): Promise<number> {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(name) || name === HUB_SUBGRAPH) throw new HubError('CHECK_NAME_INVALID', { name });
  const findings = await findingsOf(source, name);
  if (json)
    process.stdout.write(`${JSON.stringify({ subgraph: name, isGood: !isRefused(findings), findings }, null, 2)}\n`);
  else process.stderr.write(toldFindings(findings, source, name));
  return isRefused(findings) ? 1 : 0;
}

async function findingsOf(source: string, name: string): Promise<Finding[]> {
  try {
    const publication = { name, sdl: await schemaAt(source, name) };
    return (await checkPublication(publication, await publishedHub(WORKSPACE), { beside: 'NEAREST' })).findings;
  } catch (error) {
    if (!(error instanceof SubgraphSdlError)) throw error;
    const { code, message, remedy } = error;
    return [{ code, severity: 'ERROR', message, remedy, coordinate: '', subgraphs: [name], line: null }];
  }
}
