import { Command } from 'commander';
import { openDatabase } from '../system/open-database';
import { HUB_SUBGRAPH } from '../system/subgraph-list';
import { databasesOfRunningHub } from './databases-of-running-hub';

/** `hub webhooks`: what partnerships' systems have not been told, and why. */
export function webhooksCommand(finish: (code: number) => void): Command {
  return new Command('webhooks')
    .description("list what partnerships' systems have not been told by webhook; exit with 1 where some was given up")
    .option('--database <url>', 'the database of the London SCP, and not that of the running hub')
    .action(async ({ database }: { database?: string }) => {
      const waiting = await waitingIn(database ?? (await databasesOfRunningHub()).get(HUB_SUBGRAPH)!);
      process.stdout.write(waiting.map((one) => `${lineOf(one)}\n`).join('') || 'All have been told.\n');
      finish(waiting.some(({ isGivenUp }) => isGivenUp) ? 1 : 0);
    });
}

/** Webhooks of one partnership that were not taken, for one reason. */
export interface WaitingWebhooks {
  partnership: string;
  count: number;
  /** From when the first of them waits. */
  since: Date;
  /** Null where none was tried yet. */
  problem: string | null;
  isGivenUp: boolean;
}

/** Reads them, by partnership; those first that were given up. */
export async function waitingIn(url: string): Promise<WaitingWebhooks[]> {
  const database = await openDatabase(url, '--database');
  try {
    const { rows } = await database.query<WaitingWebhooks>(
      `SELECT partnership, count(*)::int AS count, min(since) AS since, last_problem AS problem,
         given_up_at IS NOT NULL AS "isGivenUp"
       FROM public.movement_webhook GROUP BY 1, 4, 5 ORDER BY 5 DESC, 1, 3`,
    );
    return rows;
  } finally {
    await database.end();
  }
}

function lineOf({ partnership, count, since, problem, isGivenUp }: WaitingWebhooks): string {
  const what = isGivenUp ? 'given up' : 'waiting';
  return `${partnership}: ${count} ${what}, since ${since.toISOString()}. ${problem ?? 'Not tried yet.'}`;
}
