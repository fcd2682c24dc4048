import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HubWorld } from '../hub-world';
import { superuserIn } from './superuser';

/**
 * Makes a world's PostgreSQL write down every statement, without its values.
 *
 * @returns what it was asked while some work was done, as `role: statement`.
 */
export async function watchStatements(world: HubWorld): Promise<(work: () => Promise<unknown>) => Promise<string[]>> {
  const superuser = await superuserIn(world, 'postgres');
  await superuser.query("ALTER SYSTEM SET log_statement = 'all'");
  await superuser.query("ALTER SYSTEM SET log_line_prefix = '@%u '");
  await superuser.query('SELECT pg_reload_conf()');
  await superuser.end();
  const log = join(world.hub.home, 'logs', 'postgres.log');
  const read = () => readFileSync(log, 'utf8');
  return async (work) => {
    const before = read().length;
    await work();
    // What is written after the answer belongs to it too.
    await sleep(20);
    return read()
      .slice(before)
      .split(/^@/m)
      .flatMap((line) => {
        const [, role, statement] = /^(\S+) LOG: {2}(?:statement|execute [^:]+): ([^]*)$/.exec(line) ?? [];
        return role ? [`${role}: ${statement!.replace(/\s+/g, ' ').trim()}`] : [];
      });
  };
}
