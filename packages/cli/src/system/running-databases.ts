import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HubError } from '../errors';
import { copiesIn } from '../london/copies-in';
import { databasePlan, GATEWAY_ROLE, givenDatabase, REGISTRY_ROLE } from './database-plan';
import { hubHome, type HubHome } from './hub-home';
import { LOOPBACK } from './ports';
import { openSecrets } from './secrets';
import { listSubgraphs } from './subgraph-list';

/**
 * Where the databases of a hub that runs are, by subgraph, each by its own role. Starts nothing and makes nothing; the
 * environment must be the one the hub was started with, as far as it says `DATABASE_URL…`.
 *
 * @param folder - the state folder
 * @param workspace - the folder that holds `subgraphs/`
 */
export async function runningDatabases(
  folder: string,
  env: NodeJS.ProcessEnv,
  workspace: string,
): Promise<Map<string, string>> {
  const home = hubHome(folder);
  const plan = databasePlan(env, [...(await listSubgraphs(workspace)), ...(await copiesIn(home))]);
  const urls = new Map(plan.given);
  // Not one more database: the gateway records in that of the London SCP.
  urls.delete(GATEWAY_ROLE);
  // Which has no record of access.
  urls.delete(REGISTRY_ROLE);
  for (const name of plan.provisioned) urls.set(name, await madeDatabase(home, plan.admin, name));
  return urls;
}

/** Where the registry of a hub that runs is, by its own role. */
export async function runningRegistry(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const given = givenDatabase(env, REGISTRY_ROLE);
  if (given !== null) return given;
  return madeDatabase(hubHome(folder), givenDatabase(env, null), REGISTRY_ROLE);
}

/** @param admin - the server's administrator; null of the embedded PostgreSQL. */
async function madeDatabase(home: HubHome, admin: string | null, name: string): Promise<string> {
  if (!existsSync(home.secrets)) throw new HubError('HUB_NOT_RUNNING', { home: home.path });
  const url = new URL(admin ?? `postgres://${LOOPBACK}:${await embeddedPort(home)}`);
  const password = await (await openSecrets(home.secrets)).passwordOf(name);
  return Object.assign(url, { username: name, password, pathname: `/${name}` }).href;
}

/** PostgreSQL notes its port in the fourth line of its process file, and removes the file when it ends. */
async function embeddedPort(home: HubHome): Promise<number> {
  const text = await readFile(join(home.postgres, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number.parseInt(text.split('\n')[3] ?? '', 10);
  if (!Number.isInteger(port)) throw new HubError('HUB_NOT_RUNNING', { home: home.path });
  return port;
}
