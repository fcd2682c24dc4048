import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HubHome } from './hub-home';
import { makeOutside, OUTSIDE, postgresBinaries } from './postgres-binaries';
import { canEnter, postgresUser, type PostgresUser } from './postgres-user';

/** Where one hub's PostgreSQL lies, and whom it runs as. */
export interface PostgresPlace {
  /** Folder of `initdb` and `postgres`. */
  bin: string;
  /** Folder that PostgreSQL's user owns; its `data` is the cluster. */
  root: string;
  data: string;
  /** null: the user of this process. */
  user: PostgresUser | null;
}

/**
 * Finds or makes the place of a hub's PostgreSQL. It is `.hub/postgres` wherever the user that PostgreSQL runs as can
 * reach it. Only for root with a state folder under one that this user may not enter is the data kept in
 * {@link OUTSIDE}, and `.hub/postgres` a link to it; without the link, the hub starts with empty databases.
 */
export async function postgresPlace(home: HubHome): Promise<PostgresPlace> {
  const user = postgresUser(home.postgres);
  // Without links: PostgreSQL stands in the folder of this name, by which a later start knows it again.
  const root = await realpath(await dataRoot(home, user));
  if (user !== null) await chown(root, user.uid, user.gid);
  return { bin: await postgresBinaries(user), root, data: join(root, 'data'), user };
}

async function dataRoot(home: HubHome, user: PostgresUser | null): Promise<string> {
  const existing = await realpath(home.postgres).catch(() => null);
  const reachable = user === null || canEnter(user, existing === null ? home.path : dirname(existing));
  if (existing !== null && reachable && !(await isAnothers(home, existing))) return existing;

  const root = reachable && existing === null ? home.postgres : join(OUTSIDE, randomBytes(8).toString('hex'));
  if (root !== home.postgres) await makeOutside();
  if (existing === null || reachable) {
    // A link that leads nowhere, or to the data of the checkout that this one was copied from.
    await rm(home.postgres, { force: true });
    await mkdir(root, { mode: 0o700 });
  } else {
    // The folder could be entered when the data was made, and no longer can.
    execFileSync('cp', ['-a', existing, root]);
    await rm(home.postgres, { recursive: true });
  }
  if (root !== home.postgres) {
    await writeFile(join(root, 'home'), await realpath(home.path));
    await symlink(root, home.postgres);
  }
  return root;
}

/** Whether data outside of the state folder belongs to another one: a copied checkout has a copy of the link. */
async function isAnothers(home: HubHome, root: string): Promise<boolean> {
  const owner = await readFile(join(root, 'home'), 'utf8').catch(() => null);
  if (owner === null || owner === (await realpath(home.path))) return false;
  return (await realpath(join(owner, 'postgres')).catch(() => null)) === root;
}
