/** What enforcement costs: `npm run bench:enforcement`. See README.md beside it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { compare, describe, type Comparison } from './comparison';
import { Load } from './load';
import { headersOf, WORKLOADS, type Workload } from './workloads';

/** What enforcement may take of the throughput of the first workload, in per cent. */
const LIMIT = 5;

/** Seconds before measuring, at either hub: code is compiled, and plans are made. */
const WARM_UP = 4;

/** Requests of a caller a minute: the limit on them is not what is measured. */
const env = { ...process.env, RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'info' };

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
      const comparison = await measure(workload, guarded, open);
      process.stdout.write(`${describe(workload.name, comparison)}\n`);
      costs.push(comparison.cost);
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

/** Measures in turns (with, without; without, with), so that neither hub has the better half of the time. */
async function measure(workload: Workload, guarded: RunningHub, open: RunningHub): Promise<Comparison> {
  const body = JSON.stringify({ query: workload.query });
  const headers = await headersOf(workload, guarded);
  const { authorization: _, ...anonymous } = headers;
  const [on, off] = [new Load(guarded.url, headers, body), new Load(open.url, anonymous, body)];
  try {
    await assertComparable(on, off);
    for (const load of [on, off]) await load.measure(WARM_UP);
    const measured = new Map<Load, number[]>([
      [on, []],
      [off, []],
    ]);
    for (let round = 0; round < workload.rounds; round++) {
      for (const load of round % 2 === 0 ? [on, off] : [off, on]) {
        measured.get(load)!.push(await load.measure(workload.seconds));
      }
    }
    return compare(measured.get(on)!, measured.get(off)!);
  } finally {
    await Promise.all([on.close(), off.close()]);
  }
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
