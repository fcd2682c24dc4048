import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HubError } from '../errors';

/** The London SCP's own subgraph: every query enters through it, so it comes first in every list. */
export const HUB_SUBGRAPH = 'london-scp';

/** The names of the subgraphs of a workspace: the folders of `subgraphs/` that hold a package. */
export async function listSubgraphs(workspace: string): Promise<string[]> {
  const folder = join(workspace, 'subgraphs');
  const entries = await readdir(folder).catch(() => []);
  const names = entries
    // A name is also that of a role, a database, a log and a part of a variable's name.
    .filter((name) => /^[a-z][a-z0-9-]{0,62}$/.test(name) && existsSync(join(folder, name, 'package.json')))
    .sort((a, b) => Number(b === HUB_SUBGRAPH) - Number(a === HUB_SUBGRAPH) || a.localeCompare(b));
  if (names.length === 0) throw new HubError('NO_SUBGRAPHS', { folder });
  return names;
}

/** The ids of the partnerships that have a subgraph here. */
export async function listPartnerships(workspace: string): Promise<string[]> {
  return (await listSubgraphs(workspace)).filter((name) => name !== HUB_SUBGRAPH);
}

/** The file that a process of the hub runs, checked to be there. */
export function mainOf(workspace: string, name: string): string {
  const file =
    name === 'gateway' ? join(workspace, 'gateway/dist/main.js') : join(workspace, 'subgraphs', name, 'dist/main.js');
  if (!existsSync(file)) throw new HubError('NOT_BUILT', { name, file });
  return file;
}
