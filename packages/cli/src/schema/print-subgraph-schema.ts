import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HubError } from '../errors';
import { mainOf } from '../system/subgraph-list';

/**
 * What a subgraph would publish, the schema of its own API, which is empty where it has none, or its clauses as JSON; from
 * its own process: type-graphql keeps its metadata in one store a process. Needs no database.
 */
export async function printSubgraphSchema(
  workspace: string,
  name: string,
  which: '--print-schema' | '--print-own-api' | '--print-clauses' = '--print-schema',
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [mainOf(workspace, name), which], {
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw new HubError('SCHEMA_NOT_PRINTED', { name, tail: `\n${(error as { stderr?: string }).stderr ?? ''}` });
  }
}
