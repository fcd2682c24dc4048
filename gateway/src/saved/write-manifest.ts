import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExamples } from '@hub/explorer';
import { MANIFEST_FILE, manifestOf, manifestText } from './manifest';
import { OPERATIONS_FOLDER } from './operations-folder';
import { savedOperation } from './saved-operation';

/** Writes the manifest of the saved operations anew: `npm run manifest`. */
async function main(): Promise<void> {
  const operations = (await readExamples(OPERATIONS_FOLDER)).map(savedOperation);
  await writeFile(join(OPERATIONS_FOLDER, MANIFEST_FILE), manifestText(manifestOf(operations)));
}

main().catch((error: unknown) => {
  process.stderr.write(`The manifest was not written. ${(error as Error).message}\n`);
  process.exitCode = 1;
});
