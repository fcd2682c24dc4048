/** What enforcement costs: `npm run bench:enforcement`. See README.md beside it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { costOf, describe, type Turn, type Turns } from './comparison';
import { EnforcementMode, type Mode } from './enforcement-mode';
import { Load } from './load';
import { processorTime } from './processor-time';
import { headersOf, WORKLOADS, type Workload } from './workloads';

/** What enforcement may take of the throughput of the first workload, in per cent. */
const LIMIT = 5;

/** Operations of one measurement, and those before it that are not counted. */
const TURN = 40;
const APPROACH = 8;

async function main(): Promise<void> {
  const mode = new EnforcementMode();
  // Requests of a caller a minute: the limit on them is not what is measured.
  const env = { ...process.env, RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000', ...mode.env };
  let hub: RunningHub | undefined;
  try {
    hub = await startHub({ home: mkdtempSync(join(tmpdir(), 'hub-benchmark-')), port: 0, env });
    const costs: number[] = [];
    for (const workload of WORKLOADS) {
      const turns = await measure(workload, hub, mode);
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
    await hub?.stop();
    if (hub) await removeHubHome(hub.home);
    mode.remove();
  }
}

async function measure(workload: Workload, hub: RunningHub, mode: EnforcementMode): Promise<Turns> {
  const body = JSON.stringify({ query: workload.query });
  const headers = await headersOf(workload, hub);
  const { authorization: _, ...anonymous } = headers;
  const loads = { with: new Load(hub.url, headers, body), without: new Load(hub.url, anonymous, body) };
  const run = async (how: Mode) => {
    await mode.set(hub, how);
    await loads[how].measure(APPROACH);
    const before = processorTime(hub);
    const throughput = await loads[how].measure(TURN);
    const after = processorTime(hub);
    const processor = before === null || after === null ? null : (after - before) / TURN;
    return { throughput, processor };
  };
  try {
    await assertComparable(workload, hub, mode, loads);
    await inTurns(run, workload.warmUp);
    return await inTurns(run, workload.seconds);
  } finally {
    await Promise.all([loads.with.close(), loads.without.close()]);
  }
}

/** Measures with, without; without, with; and so on, so that neither has the better half of the time. */
async function inTurns(run: (how: Mode) => Promise<Turn>, seconds: number): Promise<Turns> {
  const end = performance.now() + seconds * 1000;
  const turns: Turns = { with: [], without: [] };
  for (let isEven = true; performance.now() < end; isEven = !isEven) {
    for (const how of isEven ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      turns[how].push(await run(how));
    }
  }
  return turns;
}

/** Both must do the same work, and enforcement must be on or off as it is said to be. */
async function assertComparable(
  { isPublic }: Workload,
  hub: RunningHub,
  mode: EnforcementMode,
  loads: Record<Mode, Load>,
): Promise<void> {
  await mode.set(hub, 'without');
  const open = await loads.without.ask();
  await mode.set(hub, 'with');
  if (!isDeepStrictEqual(JSON.parse(open), JSON.parse(await loads.with.ask()))) {
    throw new Error('The hub answers differently with and without enforcement, so they cannot be compared.');
  }
  const refusal = await loads.without.ask().then(() => null, String);
  if (!isPublic && refusal === null) throw new Error('The hub answers nobody what only somebody may see.');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
