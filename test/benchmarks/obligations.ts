/** What all of London owes by five years of records: `npm run bench:obligations`. See README.md beside it. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { Client } from 'pg';
import { fillEarlierYears } from './earlier-years';
import { processorTimeOf } from './processor-time';
import { subgraphProcesses } from './processes';
import { tableOf } from './table';

const EXAMPLE = resolve(__dirname, '../../../gateway/operations/29-overdue-obligations.graphql');
/** The last day of the demonstration data, on which some obligations are overdue. */
const VARIABLES = { on: '2026-10-31' };
const LONDON = 'london-scp';
/** What an answer may take, in milliseconds: the first after the start too. */
const LIMIT = 2000;
/** In which PostgreSQL tells what its sessions have committed. */
const TOLD_MS = 12_000;
const PATIENT = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      partnerships: { type: 'string', default: '31' },
      years: { type: 'string', default: '5' },
      answers: { type: 'string', default: '20' },
      'ready-seconds': { type: 'string', default: '60' },
    },
  });
  const home = mkdtempSync(join(tmpdir(), 'bench-obligations-'));
  const start = () =>
    startHub({
      ...{ home, port: 0, partnerships: Number(values.partnerships), env: { ...process.env, ...PATIENT } },
      readySeconds: Number(values['ready-seconds']),
    });
  let hub = await start();
  try {
    const rows = await fill(hub, Number(values.years) - 1);
    // As on any morning: the records are there, and the hub is started.
    await hub.stop();
    hub = await start();
    const ask = await asker(hub, Number(values.partnerships));
    const before = await costOf(hub);
    const times: number[] = [];
    for (let answer = 0; answer < Number(values.answers); answer++) times.push(await ask());
    const after = await costOf(hub);
    const [first, middle] = [times[0]!, times.toSorted((a, b) => a - b)[times.length >> 1]!];
    const each = (cost: keyof typeof before) => ((after[cost] - before[cost]) / times.length).toFixed(1);
    process.stdout.write(
      `${tableOf([
        {
          ...{ partnerships: values.partnerships, records: String(rows), answers: values.answers },
          ...{ 'first, ms': first.toFixed(0), 'median, ms': middle.toFixed(0) },
          ...{ 'slowest, ms': Math.max(...times).toFixed(0), 'gateway, ms of processor': each('gateway') },
          'London SCP': each('london'),
          'each partnership': (Number(each('partnerships')) / Number(values.partnerships)).toFixed(1),
          'transactions of each': (Number(each('transactions')) / Number(values.partnerships)).toFixed(1),
        },
      ])}\n`,
    );
    if (Math.max(first, middle) < LIMIT) return;
    process.stderr.write(`The first answer or the median takes ${LIMIT} ms or more.\n`);
    process.exitCode = 1;
  } finally {
    await hub.stop();
    await removeHubHome(home);
  }
}

const partnershipsOf = (hub: RunningHub) => [...hub.subgraphs.keys()].filter((name) => name !== LONDON);

/** Records the years before; how many records all partnerships have then. */
async function fill(hub: RunningHub, years: number): Promise<number> {
  let rows = 0;
  for (const name of partnershipsOf(hub)) {
    rows += await inDatabase(hub, name, (client) =>
      fillEarlierYears(
        async (sql, parameters) => (await client.query<Record<string, string>>(sql, parameters)).rows,
        years,
      ),
    );
  }
  return rows;
}

/** Asks once, as an analyst. @returns milliseconds. @throws Error unless every partnership's part is there. */
async function asker(hub: RunningHub, partnerships: number): Promise<() => Promise<number>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await hub.token('analyst')}` };
  const body = JSON.stringify({ query: readFileSync(EXAMPLE, 'utf8'), variables: VARIABLES });
  return async () => {
    const begun = performance.now();
    const response = await fetch(hub.apiUrl, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as Answer;
    const ms = performance.now() - begun;
    const answered = data?.partnerships.filter(({ obligations }) => obligations !== null).length;
    if (errors === undefined && answered === partnerships) return ms;
    throw new Error(`${answered} of ${partnerships} answered: ${JSON.stringify(errors)?.slice(0, 500)}`);
  };
}

interface Answer {
  data?: { partnerships: { obligations: unknown }[] };
  errors?: unknown;
}

/** What has been used until now: milliseconds of processor time, and transactions of all partnerships. */
async function costOf(hub: RunningHub) {
  await sleep(TOLD_MS);
  const processes = [...subgraphProcesses(hub)];
  const used = (isLondon: boolean) =>
    processes
      .filter(([name]) => name.startsWith(LONDON) === isLondon)
      .reduce((sum, [, { pid }]) => sum + (processorTimeOf(pid) ?? NaN), 0);
  const transactions = partnershipsOf(hub).map((name) =>
    inDatabase(hub, name, async (client) => {
      const committed = 'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()';
      return Number((await client.query<{ count: string }>(committed)).rows[0]!.count);
    }),
  );
  return {
    gateway: processorTimeOf(hub.gateway.pid) ?? NaN,
    london: used(true),
    partnerships: used(false),
    transactions: (await Promise.all(transactions)).reduce((sum, count) => sum + count, 0),
  };
}

async function inDatabase<Result>(
  hub: RunningHub,
  name: string,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: hub.databaseUrl(name) });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

void main();
