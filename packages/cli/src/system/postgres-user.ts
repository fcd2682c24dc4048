import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { HubError } from '../errors';

/** Whom PostgreSQL runs as, where that is not the user of this process. */
export interface PostgresUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. So root runs it as the owner of the data if there is data, as the person behind
 * `sudo`, as the machine's `postgres`, or as `nobody`: all of them exist already. Creating a user, as the library
 * would, changes a machine for good that was only asked to start a program.
 *
 * @returns null for an ordinary user, who runs it as themselves
 */
export function postgresUser(data: string, env: NodeJS.ProcessEnv = process.env): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = ownerOf(data) ?? sudoer(env) ?? lookUp('postgres') ?? lookUp('nobody');
  if (user === null) throw new HubError('POSTGRES_NO_USER');
  return user;
}

/** Whether a user may pass into a folder: asked of the system itself, as modes alone do not tell (ACLs, mounts). */
export function canEnter(user: PostgresUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, stdio: 'ignore' }).status === 0;
}

function ownerOf(folder: string): PostgresUser | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

function sudoer(env: NodeJS.ProcessEnv): PostgresUser | null {
  const uid = Number(env.SUDO_UID);
  const gid = Number(env.SUDO_GID);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 && gid > 0 ? { uid, gid } : null;
}

function lookUp(name: string): PostgresUser | null {
  try {
    // `| 0`: macOS's nobody is -2, which `id` prints unsigned and spawn wants signed.
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) | 0;
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
