import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestHub } from '../test-hub';
import { superuserIn } from './superuser';

/** How often work is done. Relays and feeds ask things of their own meanwhile, but not each time. */
const TIMES = 3;

/**
 * Makes a hub's PostgreSQL write down every statement, without its values.
 *
 * @returns what it is asked each time that some work is done, as `role: statement`, sorted.
 */
export async function watchStatements(testHub: TestHub): Promise<(work: () => Promise<unknown>) => Promise<string[]>> {
  const superuser = await superuserIn(testHub, 'postgres');
  await superuser.query("ALTER SYSTEM SET log_statement = 'all'");
  await superuser.query("ALTER SYSTEM SET log_line_prefix = '@%u '");
  await superuser.query('SELECT pg_reload_conf()');
  await superuser.end();
  const log = join(testHub.hub.home, 'logs', 'postgres.log');
  const read = () => readFileSync(log, 'utf8');
  const during = async (work: () => Promise<unknown>) => {
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
  return async (work) => {
    let common = await during(work);
    for (let time = 1; time < TIMES; time++) common = inBoth(common, await during(work));
    return common.sort();
  };
}

/** What stands in both of two lists, as often as in each. */
function inBoth(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return one.filter((statement) => {
    const place = left.indexOf(statement);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}
