import { verifyChain, type ChainFinding } from '@hub/audit';
import type { MovementEvent } from '@hub/contract';
import { join } from 'node:path';
import { Client } from 'pg';
import { runningDatabases } from '../../../packages/cli/src/system/running-databases';

const WORKSPACE = join(__dirname, '../../..');

/** What one database has at the end. */
export interface Kept {
  /** The history of each movement, in the order of its places, by the movement's id. */
  histories: Map<string, MovementEvent[]>;
  /** How each movement stands: at the hub by itself, at a partnership by the record of each side that it has. */
  standings: { movement: string; by: string; state: string }[];
  /** What the child of each movement is known by, by the movement's id: at a partnership as each of its records has it. */
  children: { movement: string; child: string }[];
  /** Ids of messages that were refused. */
  refused: string[];
  /** Messages that are not where they belong, by what they wait for. */
  waiting: Record<string, number>;
  /** How many records of access there are, and what is wrong with their chain. */
  audit: { records: number; findings: ChainFinding[] };
}

const WAITING = {
  hub: `SELECT (SELECT count(*)::int FROM movement_message WHERE outcome = 'HELD') AS "not settled",
    (SELECT count(*)::int FROM movement_delivery WHERE acknowledged_at IS NULL) AS "not acknowledged",
    (SELECT count(*)::int FROM movement_webhook) AS "not told by webhook"`,
  partnership: `SELECT (SELECT count(*)::int FROM movement_outbox WHERE outcome IS NULL OR outcome = 'HELD') AS "not settled",
    (SELECT count(*)::int FROM movement_waiting) AS "without what it follows"`,
};

const STANDINGS = {
  hub: `SELECT id AS movement, 'HUB' AS "by", state FROM child_movement`,
  partnership: 'SELECT movement_id AS movement, side AS "by", movement_state AS state FROM child_record',
};

const CHILDREN = {
  hub: 'SELECT id AS movement, child_pseudonym AS child FROM child_movement',
  partnership: 'SELECT movement_id AS movement, child_pseudonym AS child FROM child_record',
};

const REFUSED = { hub: 'movement_message', partnership: 'movement_outbox' };

/** Does something with each database of a hub that runs, by its own role, one after another. */
export async function inDatabases<Result>(
  home: string,
  work: (client: Client, name: string) => Promise<Result>,
): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  for (const [name, url] of await runningDatabases(home, {}, WORKSPACE)) {
    const client = new Client(url);
    await client.connect();
    try {
      results.set(name, await work(client, name));
    } finally {
      await client.end();
    }
  }
  return results;
}

/** How many messages wait in a database, and for what. */
export async function waitingIn(client: Client, name: string): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, number>>(WAITING[kindOf(name)]);
  return rows[0]!;
}

/** All that a database has of movements, and of its record of access. */
export async function keptIn(client: Client, name: string): Promise<Kept> {
  const { rows } = await client.query<{ id: string; events: MovementEvent[] }>(
    'SELECT movement_id AS id, jsonb_agg(body ORDER BY position) AS events FROM movement_event GROUP BY 1',
  );
  const run = async (sql: string, parameters?: unknown[]) =>
    (await client.query<Record<string, unknown>>(sql, parameters)).rows;
  const [counted] = await run('SELECT count(*)::int AS records FROM audit.access_record');
  return {
    histories: new Map(rows.map(({ id, events }) => [id, events])),
    standings: (await run(STANDINGS[kindOf(name)])) as unknown as Kept['standings'],
    children: (await run(CHILDREN[kindOf(name)])) as Kept['children'],
    refused: (await run(`SELECT id FROM ${REFUSED[kindOf(name)]} WHERE outcome = 'REFUSED'`)).map(
      ({ id }) => id as string,
    ),
    waiting: await waitingIn(client, name),
    audit: { records: counted!['records'] as number, findings: await verifyChain(run) },
  };
}

/** A time in which the hub has an authority as responsible, in milliseconds; to `Infinity` while it lasts. */
export interface Period {
  authority: string;
  from: number;
  until: number;
}

/** Who is responsible for a child when, in their order, and who claims to be. */
export interface Chain {
  periods: Period[];
  claimants: string[];
}

/** The chain of each child, as the hub has stored it, by what the child is known by. */
export async function responsibilityIn(client: Client): Promise<Map<string, Chain>> {
  const { rows } = await client.query<Chain & { child: string }>(
    `SELECT child_pseudonym AS child, jsonb_agg(jsonb_build_object('authority', authority,
       'from', extract(epoch FROM from_at) * 1000, 'until', extract(epoch FROM until_at) * 1000) ORDER BY position) AS periods,
       coalesce((SELECT jsonb_agg(claimant) FROM responsibility_claim AS claim
         WHERE claim.child_pseudonym = responsible.child_pseudonym AND settlement IS NULL), '[]') AS claimants
     FROM child_responsibility AS responsible GROUP BY 1`,
  );
  const whole = (period: Period) => ({ ...period, until: period.until ?? Infinity });
  return new Map(rows.map(({ child, periods, claimants }) => [child, { periods: periods.map(whole), claimants }]));
}

function kindOf(name: string): 'hub' | 'partnership' {
  return name === 'london-scp' ? 'hub' : 'partnership';
}
