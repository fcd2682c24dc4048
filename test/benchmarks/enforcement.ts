/** What enforcement costs: `npm run bench:enforcement`. See README.md beside it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { costOf, describe, type Turns } from './comparison';
import { Load } from './load';
import { processorTime } from './processor-time';
import { headersOf, WORKLOADS, type Workload } from './workloads';

/** What enforcement may take of the throughput of the first workload, in per cent. */
const LIMIT = 5;

/** Operations of one measurement. */
const TURN = 25;

/** Requests of a caller a minute: the limit on them is not what is measured. */
const env = { ...process.env, RATE_LIMIT_PER_MINUTE: '1000000' };

async function main(): Promise<void> {
  const without = { NODE_OPTIONS: `--require=${join(__dirname, 'without-enforcement.js')}` };
  const hubs: RunningHub[] = [];
  try {
    for (const extra of [{}, without]) {
      const home = mkdtempSync(join(tmpdir(), 'hub-benchmark-'));
      hubs.push(await startHub({ home, port: 0, env: { ...env, ...extra } }));
    }
    const [guarded, open] = hubs as [RunningHub, RunningHub];
    const costs: number[] = [];
    for (const workload of WORKLOADS) {
      const turns = await measure(workload, guarded, open);
      process.stdout.write(`${describe(workload.name, turns)}\n`);
      costs.push(costOf(turns));
    }
    if (costs[0]! >= LIMIT) {
      process.stderr.write(
        `That is ${LIMIT} % or more of the first. Run it again on a machine that does nothing else.\n`,
      );
      process.exitCode = 1;
    }
  } finally {
    for (const hub of hubs) {
      await hub.stop();
      await removeHubHome(hub.home);
    }
  }
}

/** A hub, and the question that it is asked. */
interface Side {
  hub: RunningHub;
  load: Load;
}

async function measure(workload: Workload, guarded: RunningHub, open: RunningHub): Promise<Turns> {
  const body = JSON.stringify({ query: workload.query });
  const headers = await headersOf(workload, guarded);
  const { authorization: _, ...anonymous } = headers;
  const on = { hub: guarded, load: new Load(guarded.url, headers, body) };
  const off = { hub: open, load: new Load(open.url, anonymous, body) };
  try {
    await assertComparable(on.load, off.load);
    await inTurns(on, off, workload.warmUp);
    return await inTurns(on, off, workload.seconds);
  } finally {
    await Promise.all([on.load.close(), off.load.close()]);
  }
}

/** Measures with, without; without, with; and so on, so that neither hub has the better half of the time. */
async function inTurns(on: Side, off: Side, seconds: number): Promise<Turns> {
  const end = performance.now() + seconds * 1000;
  const turns: Turns = { guarded: [], open: [] };
  for (let isEven = true; performance.now() < end; isEven = !isEven) {
    for (const side of isEven ? [on, off] : [off, on]) {
      const before = processorTime(side.hub);
      const throughput = await side.load.measure(TURN);
      const after = processorTime(side.hub);
      const processor = before === null || after === null ? null : (after - before) / TURN;
      turns[side === on ? 'guarded' : 'open'].push({ throughput, processor });
    }
  }
  return turns;
}

/** Both must do the same work. Without a token the open hub answers what the other answers a caller: nothing is enforced there. */
async function assertComparable(on: Load, off: Load): Promise<void> {
  const [one, other] = (await Promise.all([on.ask(), off.ask()])).map((text) => JSON.parse(text) as unknown);
  if (!isDeepStrictEqual(one, other)) throw new Error('The hubs answer differently, so they cannot be compared.');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
