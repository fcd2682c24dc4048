import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { copiedFacts } from './copied-facts';
import { COPIED, readDirectory, type DirectoryEntry, type PartnershipCopy } from './partnership-copy';

/** Where copies are kept, and what their processes are told. */
export interface WrittenCopies {
  /** The variables of one process: of a copy, who it is; of the London SCP, a directory that has them. */
  environmentOf(service: string): NodeJS.ProcessEnv;
}

/**
 * Writes the facts and the identity of each copy, and a directory with them, into a folder.
 *
 * @param folder - of the hub's state.
 * @param hub - the London SCP's subgraph.
 */
export async function writeCopies(
  folder: string,
  workspace: string,
  copies: readonly PartnershipCopy[],
  hub: string,
): Promise<WrittenCopies> {
  const facts = join(workspace, 'subgraphs', COPIED, 'facts');
  const files = await Promise.all(
    (await readdir(facts))
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => [name, parse(await readFile(join(facts, name), 'utf8')) as unknown] as const),
  );
  // Of an earlier start there may be more.
  await rm(folder, { recursive: true, force: true });
  const identityOf = (id: string) => join(folder, id, 'identity.json');
  for (const copy of copies) {
    const { id, typeName, localAuthority } = copy;
    const factsFolder = join(folder, id, 'facts');
    await mkdir(factsFolder, { recursive: true });
    // JSON is YAML too.
    for (const [name, content] of files) await writeFile(join(factsFolder, name), json(copiedFacts(content, copy)));
    await writeFile(identityOf(id), json({ id, typeName, localAuthorities: [localAuthority], factsFolder }));
  }
  const directory = join(folder, 'partnerships.yaml');
  await writeFile(directory, json([...readDirectory(workspace), ...copies.map(entryOf)]));
  const ids = new Set(copies.map(({ id }) => id));
  return {
    environmentOf: (service) => {
      if (service === hub) return { PARTNERSHIP_DIRECTORY: directory };
      return ids.has(service) ? { PARTNERSHIP_COPY: identityOf(service) } : {};
    },
  };
}

function entryOf({ id, typeName, authority, localAuthority, letters }: PartnershipCopy): DirectoryEntry {
  const statement = `Demonstration data: a copy of Havering in the place of ${authority}. Nothing that it publishes is a fact of ${authority}.`;
  return {
    ...{ id, typeName, name: `Demonstration data: ${authority}, a copy of Havering` },
    coverage: [{ localAuthority, validFrom: null, validTo: null, sources: [`${letters}-04`] }],
    assertions: [
      {
        ...{ statement, validFrom: null, validTo: null },
        ...{ sourceKind: 'FOUNDING_DOCUMENT', source: `${letters}-04`, assertedBy: 'hub dev-london' },
      },
    ],
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
