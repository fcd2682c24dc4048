/** Questions about five years of movements: `npm run bench:movements`. See README.md beside it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { quarterOf } from '@hub/contract';
import { Client } from 'pg';
import { DUE_STEPS, HISTORIES, PUBLISHED_PERIODS, publishFigures } from './built-london';
import { median, quantile } from './comparison';
import { fillFiveYears, MOVEMENTS, PERIOD } from './five-years';
import { Load } from './load';
import { notifyToVisible } from './notify-to-visible';
import { planSummary } from './plan-summary';
import { headersOf, type Asked } from './workloads';

/** What the median of a question may take, in milliseconds. */
const LIMIT = 300;
/** What 95 of 100 notices may take until the other borough sees them, in milliseconds. */
const VISIBLE_LIMIT = 1000;
/** Children whom each of five duty teams notifies. */
const CHILDREN = 40;
const WARM_UP = 10;
const TIMES = 50;
const LAMBETH = 'E09000022';

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'hub-benchmark-'));
  const hub = await startHub({
    home,
    port: 0,
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' },
  });
  const client = new Client({ connectionString: hub.databaseUrl('london-scp') });
  try {
    await client.connect();
    const begun = performance.now();
    await fillFiveYears(client);
    print(
      `${MOVEMENTS} movements with their histories, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
    await publish(client);
    let isSlow = false;
    for (const { asked, sql, parameters } of await questions(client)) {
      const times = await measure(asked, hub);
      const [middle, slow] = [median(times), Math.max(...times)];
      print(`${asked.name}: ${middle.toFixed(0)} ms at the median of ${TIMES}, ${slow.toFixed(0)} ms at most`);
      print(`  ${await planSummary(client, sql, parameters)}`);
      isSlow ||= middle >= LIMIT;
    }
    const seen = await notifyToVisible(hub, CHILDREN);
    const [middle, slow] = [quantile(seen, 0.5), quantile(seen, 0.95)];
    print(
      `notify to visible at the other borough, five teams at once, ${seen.length} notices: ` +
        `${middle.toFixed(0)} ms at the median, ${slow.toFixed(0)} ms at the 95th percentile`,
    );
    if (slow >= VISIBLE_LIMIT) {
      process.stderr.write(`The 95th percentile is ${VISIBLE_LIMIT} ms or more.\n`);
      process.exitCode = 1;
    }
    if (isSlow) {
      process.stderr.write(`A median is ${LIMIT} ms or more.\n`);
      process.exitCode = 1;
    }
  } finally {
    await client.end();
    await hub.stop();
    await removeHubHome(hub.home);
  }
}

/** A question through the gateway, and the statement that it rests on. */
interface Question {
  asked: Asked;
  sql: string;
  parameters: readonly unknown[];
}

async function questions(client: Client): Promise<Question[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT movement_id AS id FROM movement_event JOIN child_movement ON id = movement_id WHERE origin_code = $1
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    [LAMBETH],
  );
  const { id } = rows[0]!;
  const { from, to } = PERIOD;
  return [
    {
      asked: {
        name: 'what is overdue',
        role: 'analyst',
        query: `{ londonScp { overdueMovements { asOf
          counts { clock responsibleCode responsible { name } value lateWeeks }
          clocks { clock value } total { value } } } }`,
      },
      sql: PUBLISHED_PERIODS,
      parameters: ['OVERDUE', 'NOW', 'NOW'],
    },
    {
      asked: {
        role: 'analyst',
        name: 'flows of five years, by quarter',
        query: `{ londonScp { movementFlows(from: "${from}", to: "${to}", first: 100) {
          edges { node { quarter pair { origin { name } destination { name } } value } }
          pageInfo { hasNextPage endCursor } } } }`,
      },
      sql: PUBLISHED_PERIODS,
      parameters: ['FLOWS', quarterOf(from), quarterOf(to)],
    },
    {
      asked: {
        ...{ name: 'the timeline of one movement', role: 'duty-team', partnership: 'lambeth', organisation: LAMBETH },
        purpose: 'CROSS_BOUNDARY_MOVEMENT',
        query: `{ movement(id: "${id}") { id state since origin { name } destination { name } responsible
          timeline { position move side authority person occurredAt recordedAt state reason transferPack { title sha256 } }
          clocks { code ruleId dueAt metAt state lateBySeconds } responsibility { authority from until }
          escalations { code escalatedAt } } }`,
      },
      sql: HISTORIES,
      parameters: [[id]],
    },
    {
      asked: {
        ...{ name: 'what is due of one borough', role: 'duty-team', partnership: 'lambeth', organisation: LAMBETH },
        purpose: 'CROSS_BOUNDARY_MOVEMENT',
        query: `{ dueSteps(first: 50) { edges { node { movement { id state } step { move authority clock dueAt dueOn } } }
          pageInfo { hasNextPage endCursor } } }`,
      },
      sql: DUE_STEPS,
      parameters: [false, '-infinity', '', '', [LAMBETH], 51, false, [], []],
    },
  ];
}

/** Publishes anew, as the background does after some time, and says how long that took. */
async function publish(client: Client): Promise<void> {
  await client.query('DELETE FROM movement_publication');
  const begun = performance.now();
  const query = async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as never;
  await publishFigures({ query }, new Date());
  print(`all numbers published in ${(performance.now() - begun).toFixed(0)} ms`);
}

/** How long each answer took, in milliseconds, one asked after another. */
async function measure(asked: Asked, hub: RunningHub): Promise<number[]> {
  const load = new Load(hub.url, await headersOf(asked, hub), JSON.stringify({ query: asked.query }));
  const times: number[] = [];
  try {
    for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
      const begun = performance.now();
      await load.ask();
      times.push(performance.now() - begun);
    }
  } finally {
    await load.close();
  }
  return times.slice(WARM_UP);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
