import { join, resolve } from 'node:path';
import { runningDatabases, runningRegistry } from '../system/running-databases';

const WORKSPACE = resolve(__dirname, '../../../..');

/** Where the databases of this checkout's running hub are, by subgraph; `HUB_HOME` says which hub that is. */
export function databasesOfRunningHub(): Promise<Map<string, string>> {
  return runningDatabases(home(), process.env, WORKSPACE);
}

/** Where the database of its registry is. */
export function registryOfRunningHub(): Promise<string> {
  return runningRegistry(home(), process.env);
}

const home = () => process.env['HUB_HOME'] || join(WORKSPACE, '.hub');
