import { join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { HubError } from '../errors';
import { newPartnership } from '../init/new-partnership';
import { checkoutFiles, OWN_LANGUAGES, subgraphFiles, type OwnLanguage } from '../init/subgraph-files';
import { writeFolder } from '../init/write-folder';

const WORKSPACE = resolve(__dirname, '../../../..');

/** Of a checkout, on the hub's own store. */
const OURS = 'typescript';

const EXAMPLES = `
Examples:
  hub init newham --authorities E09000025 --name "Newham Safeguarding Children Partnership"
  hub init newham --authorities E09000025 --name "Newham Safeguarding Children Partnership" --language javascript`;

interface Options {
  authorities: string;
  name: string;
  language: typeof OURS | OwnLanguage;
  folder?: string;
  json?: boolean;
}

/** `hub init`: the beginning of a partnership's subgraph, in a folder that runs. */
export function initCommand(finish: (code: number) => void): Command {
  return new Command('init')
    .description("write the beginning of a partnership's subgraph, in a folder of its own that runs")
    .argument('<id>', "the partnership's id in the directory, as newham")
    .requiredOption('--authorities <codes>', 'GSS codes of the local authorities that it covers, by comma')
    .requiredOption('--name <name>', 'its name in full')
    .addOption(
      new Option('--language <language>', "typescript is a folder of facts on the hub's own store; others stand alone")
        .choices([OURS, ...OWN_LANGUAGES])
        .default(OURS),
    )
    .option(
      '--folder <folder>',
      'where to write it (default: subgraphs/<id>; of one that stands alone, <id> beside the checkout)',
    )
    .option('--json', 'write what was written to stdout as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, options: Options) => {
      await init(id, options);
      finish(0);
    });
}

async function init(id: string, { authorities, name, language, folder, json = false }: Options): Promise<void> {
  const partnership = newPartnership(WORKSPACE, id, name, authorities);
  const isOurs = language === OURS;
  const target = resolve(folder ?? (isOurs ? join(WORKSPACE, 'subgraphs', id) : join(WORKSPACE, '..', id)));
  const isInside = !relative(WORKSPACE, target).startsWith('..');
  if (isInside && !isOurs) throw new HubError('INIT_INSIDE_CHECKOUT', { folder: target });
  const files = isOurs ? await checkoutFiles(partnership) : await subgraphFiles(language, partnership);
  await writeFolder(target, files);
  process.stderr.write(`${[...files.keys()].sort().join('\n')}\n\nWhat to do next stands in its README.md.\n`);
  process.stdout.write(
    json ? `${JSON.stringify({ folder: target, files: [...files.keys()].sort() })}\n` : `${target}\n`,
  );
}
