import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CONTRACT_FILE } from '@hub/registry';
import { Command } from 'commander';
import { referenceFiles } from '../schema/reference-files';

const WORKSPACE = resolve(__dirname, '../../../..');
const FOLDER = join(WORKSPACE, 'docs/reference');

/** Where each file is written: the contract also where the gateway reads it, which runs without the documents. */
const placesOf = (name: string) => [join(FOLDER, name), ...(name === CONTRACT ? [CONTRACT_FILE] : [])];
const CONTRACT = 'schema/contract.graphql';

/** `hub schema`: writes the schemas and the tables of access and of clauses that people read, or checks that they are current. */
export function schemaCommand(finish: (code: number) => void): Command {
  return new Command('schema')
    .description(
      "write the API schema, each subgraph's SDL, who may see what and where each clause lives to docs/reference",
    )
    .option('--check', 'write nothing; exit with 1 when a file differs from what the subgraphs publish')
    .action(async ({ check = false }: { check?: boolean }) => finish(await (check ? differing() : write())));
}

async function write(): Promise<number> {
  await mkdir(join(FOLDER, 'schema'), { recursive: true });
  for (const [name, sdl] of await referenceFiles(WORKSPACE)) {
    for (const file of placesOf(name)) {
      await writeFile(file, sdl);
      process.stdout.write(`${relative(WORKSPACE, file)}\n`);
    }
  }
  return 0;
}

async function differing(): Promise<number> {
  let code = 0;
  for (const [name, sdl] of await referenceFiles(WORKSPACE)) {
    for (const file of placesOf(name)) {
      if ((await readFile(file, 'utf8').catch(() => '')) === sdl) continue;
      process.stdout.write(`${relative(WORKSPACE, file)} is not what runs. Write it anew: npm run -s hub -- schema\n`);
      code = 1;
    }
  }
  return code;
}
