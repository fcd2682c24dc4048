import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of saved operations for a test: their documents, by name. */
export async function operationsFolder(documents: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(tmpdir(), 'operations-'));
  const write = ([name, document]: [string, string]) =>
    writeFile(join(path, `${name}.graphql`), `# Title: ${name}\n# About: A test.\n# Subject: Directory\n${document}\n`);
  await Promise.all(Object.entries(documents).map(write));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
