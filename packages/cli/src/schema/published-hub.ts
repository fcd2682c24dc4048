import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readContract, type PublishedHub, type SubgraphDefinition } from '@hub/registry';
import { parse } from 'graphql';
import { listSubgraphs } from '../system/subgraph-list';

/** A hub of which each subgraph has a schema. */
export interface WholeHub extends PublishedHub {
  subgraphs: readonly SubgraphDefinition[];
}

/** The hub of a checkout: the schemas of the reference, and the saved operations. */
export async function publishedHub(workspace: string): Promise<WholeHub> {
  const [reference, saved] = [join(workspace, 'docs/reference/schema'), join(workspace, 'gateway/operations')];
  const subgraphs = (await listSubgraphs(workspace)).map(async (name) => ({
    ...{ name, url: `http://${name}/graphql` },
    sdl: await readFile(join(reference, `${name}.graphql`), 'utf8'),
  }));
  const files = (await readdir(saved)).filter((file) => file.endsWith('.graphql'));
  const operations = files.map(async (file) => ({
    name: basename(file, '.graphql'),
    document: parse(await readFile(join(saved, file), 'utf8'), { noLocation: true }),
  }));
  return {
    subgraphs: await Promise.all(subgraphs),
    contract: readContract(),
    operations: await Promise.all(operations),
  };
}
