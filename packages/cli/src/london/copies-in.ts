import { readdir } from 'node:fs/promises';
import type { HubHome } from '../system/hub-home';

/** The ids of the copies that a state folder of `hub dev-london` has; none of another. */
export async function copiesIn({ copies }: HubHome): Promise<string[]> {
  const entries = await readdir(copies, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
