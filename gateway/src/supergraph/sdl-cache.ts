import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The last schema of each subgraph, one file each, so that the gateway can restart while a
 * partnership is down. Subgraph names are kebab-case by configuration, so they are safe as file
 * names.
 */
export class SdlCache {
  constructor(private readonly folder: string) {}

  /** The kept schema, or nothing. */
  async read(subgraph: string): Promise<string | undefined> {
    try {
      return await readFile(this.#file(subgraph), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Keeps a schema. A crash half-way leaves the previous one. */
  async write(subgraph: string, sdl: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const half = `${this.#file(subgraph)}.${process.pid}.part`;
    await writeFile(half, sdl);
    await rename(half, this.#file(subgraph));
  }

  #file(subgraph: string): string {
    return join(this.folder, `${subgraph}.graphql`);
  }
}
