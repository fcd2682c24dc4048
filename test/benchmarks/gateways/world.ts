import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph, type SubgraphDefinition } from '@hub/registry';
import { cutDown } from './cut-down';
import { londonOf } from './london-of';
import { OPERATIONS } from './operations';
import { published } from './published';

const WORKSPACE = join(__dirname, '../../../..');
const { stripSecurity } = require(join(WORKSPACE, 'gateway/dist/access/strip-security')) as {
  stripSecurity(supergraphSdl: string): string;
};

/** A London of so many partnerships whose subgraphs answer from memory. */
export class World {
  private constructor(
    readonly partnerships: number,
    readonly subgraphs: readonly SubgraphDefinition[],
    /** A folder of its own, which ends with it. */
    readonly folder: string,
    private readonly canned: ChildProcess,
  ) {}

  static async start(partnerships: number): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), `hub-gateways-${partnerships}-`));
    const subgraphs = londonOf(partnerships, published());
    const file = join(folder, 'published.json');
    writeFileSync(file, JSON.stringify(subgraphs));
    const canned = fork(join(__dirname, 'canned-subgraphs.js'), [file]);
    const [ports] = (await once(canned, 'message')) as [number[]];
    const addressed = subgraphs.map((subgraph, index) => ({
      ...subgraph,
      url: `http://127.0.0.1:${ports[index]}/graphql`,
    }));
    return new World(partnerships, addressed, folder, canned);
  }

  /** A file of the supergraph, as other gateways can load it: without the mark that access is enforced. */
  supergraphFile(): string {
    return this.#supergraphFile('supergraph', this.subgraphs);
  }

  /** The same with no more in it than the operations ask for. */
  cutSupergraphFile(): string {
    return this.#supergraphFile('cut-supergraph', cutDown(this.subgraphs, Object.values(OPERATIONS)));
  }

  stop(): void {
    if (this.canned.connected) this.canned.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #supergraphFile(name: string, subgraphs: readonly SubgraphDefinition[]): string {
    const file = join(this.folder, `${name}.graphql`);
    writeFileSync(file, stripSecurity(composeSupergraph(subgraphs).supergraphSdl));
    return file;
  }
}
