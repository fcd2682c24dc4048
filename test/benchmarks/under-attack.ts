/** How somebody is answered while others attack: `npm run bench:attacks`. See README.md beside it. */
import { parseArgs } from 'node:util';
import type { RunningHub } from '@hub/cli';
import { ATTACKS, type Attack } from './attacks';
import { growth, keptBy, type Kept } from './kept';
import { MemoryWatch, pidsOf } from './processes';
import { Scene } from './scene';
import { StandingHub } from './standing-hub';
import { tableOf } from './table';
import { Victim, type Answered } from './victim';

/** What must hold during every attack: milliseconds at the 99th percentile, and MiB of each process. */
const WAIT_MS = 1000;
const MEMORY_MIB = 512;
/** Seconds in which the hub must answer as before; one that does not is replaced. */
const RECOVERY_S = 60;

/** Result of one attack. */
interface Measured {
  attack: string;
  victim: Answered;
  attackers: Record<string, number>;
  /** The most that each process held, in MiB. */
  memory: Record<string, number>;
  kept: Kept;
  hasRecovered: boolean;
  /** What should have held and did not. */
  missed: string[];
}

const TOGETHER: Attack & { name: 'all together' } = {
  ...{ name: 'all together', kind: 'dear questions' },
  run: async (scene) => void (await Promise.all(ATTACKS.map((attack) => attack.run(scene)))),
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { attacks: { type: 'string' }, seconds: { type: 'string' } } });
  const seconds = Number(values.seconds ?? 60);
  const chosen = [...ATTACKS, TOGETHER].filter(({ name, kind }) => {
    return values.attacks?.split(',').some((part) => name.includes(part) || kind.includes(part)) ?? true;
  });
  const standing = new StandingHub();
  const all: Measured[] = [];
  try {
    for (const attack of chosen) {
      process.stderr.write(`${attack.name}, ${seconds} s\n`);
      const measured = await measure(await standing.hub(), attack, [...ATTACKS, TOGETHER].indexOf(attack), seconds);
      if (standing.ended !== null) measured.missed.push(`the hub ended: ${standing.ended}`);
      all.push(measured);
      process.stderr.write(`  ${Object.values(row(measured)).join(' | ')}\n`);
      if (!measured.hasRecovered) await standing.end();
    }
  } finally {
    await standing.end();
    process.stdout.write(`${tableOf(all.map(row))}\n${JSON.stringify(all)}\n`);
    if (all.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
  }
}

async function measure(hub: RunningHub, attack: Attack, number: number, seconds: number): Promise<Measured> {
  const victim = new Victim(hub);
  await victim.begin();
  const [before, pids] = [await keptBy(hub), pidsOf(hub)];
  const memory = new MemoryWatch(hub);
  const end = new AbortController();
  const scene = new Scene(hub, number, end.signal);
  const attacking = attack.run(scene);
  const answered = await victim.ask(seconds);
  end.abort();
  await attacking;
  const most = Object.fromEntries([...memory.stop()].map(([name, size]) => [name, Math.round(size)]));
  const missed = [
    ...(answered.p99 < WAIT_MS ? [] : [`answered in ${answered.p99.toFixed(0)} ms`]),
    ...Object.entries(answered.failures).map(([what, times]) => `${times} × ${what}`),
    ...Object.entries(most).flatMap(([name, size]) => (size < MEMORY_MIB ? [] : [`${name} held ${size} MiB`])),
    ...scene.lacked,
    ...[...pidsOf(hub)].flatMap(([name, pid]) => (pid === pids.get(name) ? [] : [`${name} ended`])),
  ];
  const hasRecovered = await victim.isWellWithin(RECOVERY_S);
  if (!hasRecovered) missed.push(`not as before within ${RECOVERY_S} s`);
  const kept = growth(before, await keptBy(hub).catch(() => before));
  return {
    attack: attack.name,
    victim: answered,
    attackers: Object.fromEntries(scene.outcomes),
    memory: most,
    kept,
    missed,
    hasRecovered,
  };
}

function row({ attack, victim, attackers, memory, kept, missed }: Measured): Record<string, string> {
  const { gateway, ...subgraphs } = memory;
  const sorted = Object.entries(attackers).sort(([, one], [, other]) => other - one);
  return {
    attack,
    'victim, ms (median, p99, most)': [victim.median, victim.p99, victim.most].map((ms) => ms.toFixed(0)).join(', '),
    failures: `${Object.values(victim.failures).reduce((sum, times) => sum + times, 0)} of ${victim.asked}`,
    'gateway, MiB': String(gateway),
    'subgraphs, MiB': String(Math.max(...Object.values(subgraphs))),
    'records, and MiB': `${kept.records}, ${mib(kept.recordBytes)}`,
    'logs, MiB': mib(kept.logBytes),
    attackers: sorted
      .slice(0, 4)
      .map(([what, times]) => `${times} × ${what}`)
      .join(', '),
    missed: missed.join('; '),
  };
}

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
