import { join, resolve } from 'node:path';
import { runningDatabases } from '../system/running-databases';

const WORKSPACE = resolve(__dirname, '../../../..');

/** Where the databases of this checkout's running hub are, by subgraph; `HUB_HOME` says which hub that is. */
export function databasesOfRunningHub(): Promise<Map<string, string>> {
  return runningDatabases(process.env['HUB_HOME'] || join(WORKSPACE, '.hub'), process.env, WORKSPACE);
}
