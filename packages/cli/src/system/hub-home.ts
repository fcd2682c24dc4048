import { constants } from 'node:fs';
import { access, mkdir, realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HubError, reasonOf } from '../errors';

/** The folder of all state, and what lies where in it. */
export interface HubHome {
  path: string;
  /** One file a process. */
  logs: string;
  lock: string;
  secrets: string;
  /** Keys, and whose tokens are taken. */
  identity: string;
  /** The embedded PostgreSQL's data, or a symbolic link to it. */
  postgres: string;
  /** At which port each process is. */
  ports: string;
  /** The gateway's copy of the last good supergraph. */
  supergraph: string;
  /** Copies of a partnership that make a hub of London's size. */
  copies: string;
  /** The gateway's copy of a subgraph's schema, which it has kept if it ever served it. */
  schemaOf(subgraph: string): string;
  logOf(name: string): string;
}

/** The paths of a state folder. Touches no disk. */
export function hubHome(folder: string): HubHome {
  const path = resolve(folder);
  const logs = join(path, 'logs');
  const supergraph = join(path, 'supergraph');
  return {
    path,
    logs,
    lock: join(path, 'lock'),
    secrets: join(path, 'secrets.json'),
    identity: join(path, 'identity'),
    postgres: join(path, 'postgres'),
    ports: join(path, 'ports.json'),
    supergraph,
    copies: join(path, 'copies'),
    schemaOf: (subgraph) => join(supergraph, `${subgraph}.graphql`),
    logOf: (name) => join(logs, `${name}.log`),
  };
}

/** Makes a state folder, or says why it cannot be used. */
export async function openHubHome(folder: string): Promise<HubHome> {
  const home = hubHome(folder);
  try {
    // 0711: PostgreSQL's user must pass through when root starts the hub, and needs to list nothing.
    await mkdir(home.path, { recursive: true, mode: 0o711 });
    await access(home.path, constants.R_OK | constants.W_OK | constants.X_OK);
    await mkdir(home.logs, { recursive: true, mode: 0o700 });
    await access(home.logs, constants.W_OK);
  } catch (error) {
    throw new HubError('HOME_UNUSABLE', { home: home.path, reason: reasonOf(error) });
  }
  return home;
}

/** Removes a state folder with its databases, also where these lie outside of it. The hub must have ended. */
export async function removeHubHome(folder: string): Promise<void> {
  const home = hubHome(folder);
  const data = await realpath(home.postgres).catch(() => null);
  if (data !== null) await rm(data, { recursive: true, force: true });
  await rm(home.path, { recursive: true, force: true });
}
