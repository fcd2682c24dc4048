import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { partOfContract, readContract } from '@hub/registry';
import { fillTemplate } from './fill-template';
import type { NewPartnership } from './new-partnership';

/** In which a subgraph of one's own can begin, that is no part of this repository. */
export const OWN_LANGUAGES = ['javascript', 'python'] as const;

export type OwnLanguage = (typeof OWN_LANGUAGES)[number];

const TEMPLATES = join(__dirname, '../../templates');

/** What every partnership offers. */
const CORE = ['LocalPartnership'];

/**
 * The files of a subgraph that is no part of this repository: their texts by their paths.
 *
 * @param interfaces - of the contract, which it offers.
 */
export async function subgraphFiles(
  language: OwnLanguage,
  partnership: NewPartnership,
  interfaces: readonly string[] = CORE,
): Promise<Map<string, string>> {
  const files = new Map([['schema.graphql', partOfContract(readContract(), partnership.id, interfaces)]]);
  const values = valuesOf(partnership);
  for (const [path, text] of [...(await filesOf(language)), ...(await filesOf('common'))]) {
    // The README of a language goes on with that of all.
    const before = files.has(path) ? `${files.get(path)}\n` : '';
    files.set(path, before + fillTemplate(text, values));
  }
  return files;
}

/** The files of a subgraph of a checkout, which runs on the hub's own store: a folder of facts to fill in. */
export async function checkoutFiles(partnership: NewPartnership): Promise<Map<string, string>> {
  const values = valuesOf(partnership);
  const files = await filesOf('typescript');
  return new Map(files.map(([path, text]) => [fillTemplate(path, values), fillTemplate(text, values)]));
}

async function filesOf(template: string): Promise<[path: string, text: string][]> {
  const folder = join(TEMPLATES, template);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as [string, string]),
  );
}

function valuesOf({ id, prefix, name, authorities, letters }: NewPartnership): Record<string, string> {
  const coverage = authorities.map(
    (code) => `\n       - { localAuthority: ${code}, validFrom: null, validTo: null, sources: [${letters}-01] }`,
  );
  return {
    ...{ id, prefix, name, letters, variable: prefix.charAt(0).toLowerCase() + prefix.slice(1) },
    ...{ codes: authorities.map((code) => `'${code}'`).join(', '), coverage: coverage.join('') },
  };
}
