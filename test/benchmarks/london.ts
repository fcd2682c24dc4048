/** A hub of all of London on one machine: its start, its callers and its memory: `npm run bench:london`. See README.md beside it. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { cost, type Cost } from './hub-cost';
import { tableOf } from './table';

const EXAMPLE = readFileSync(resolve(__dirname, '../../../gateway/operations/01-every-partnership.graphql'), 'utf8');
const CALLERS = 16;
const LONE_QUESTIONS = 50;
/** Until what each process does by itself after its start is over. */
const SETTLED_MS = 15_000;
const PATIENT = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };
/** What is to be reached on two processors that do nothing else. */
const LIMITS = { startS: 60, firstMs: 500, loneMs: 100, manyMs: 1000, errors: 0, memoryMiB: 4096 };

/** One start of the whole, and what it was asked. */
interface Measured extends Record<keyof typeof LIMITS, number> {
  /** Processor seconds of all processes, PostgreSQL's among them, from the start until the hub answers. */
  startCpuS: number;
  /** Processor milliseconds of all processes for one question of a lone caller. */
  questionCpuMs: number;
  /** Answers in the minute of sixteen callers. */
  answers: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      partnerships: { type: 'string', default: '31' },
      starts: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const home = mkdtempSync(join(tmpdir(), 'bench-london-'));
  const all: Measured[] = [];
  try {
    // The first makes all databases; it is not counted.
    for (let start = 0; start <= Number(values.starts); start++) {
      const measured = await measure(home, Number(values.partnerships), Number(values.seconds) * 1000);
      process.stderr.write(`${start === 0 ? 'first start' : `start ${start}`}: ${JSON.stringify(measured)}\n`);
      if (start > 0) all.push(measured);
    }
  } finally {
    await removeHubHome(home);
  }
  const rows = all.map((one) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value.toFixed(1)])),
  );
  process.stdout.write(`${tableOf(rows)}\n${JSON.stringify(all)}\n`);
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const missed = names.filter((name) => all.some((one) => one[name] > LIMITS[name]));
  if (missed.length > 0) process.stderr.write(`Not reached each time: ${missed.join(', ')}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

async function measure(home: string, partnerships: number, manyForMs: number): Promise<Measured> {
  const begun = performance.now();
  const env = { ...process.env, ...PATIENT };
  const hub = await startHub({ home, port: 0, partnerships, londonProcesses: 2, env });
  try {
    const startS = (performance.now() - begun) / 1000;
    const started = cost(hub);
    const ask = await asker(hub, partnerships);
    await sleep(SETTLED_MS);
    const first = await ask();
    const before = cost(hub);
    const lone = [];
    for (let question = 0; question < LONE_QUESTIONS; question++) lone.push(await ask());
    const after = cost(hub);
    const many = await askedByMany(ask, manyForMs);
    const failed = [first, ...lone, ...many].filter(({ isWhole }) => !isWhole);
    return {
      ...{ startS, firstMs: first.ms, loneMs: median(lone), manyMs: median(many), errors: failed.length },
      memoryMiB: Math.max(started.memoryMiB, cost(hub).memoryMiB),
      startCpuS: started.cpuMs / 1000,
      questionCpuMs: difference(before, after) / LONE_QUESTIONS,
      answers: many.length,
    };
  } finally {
    await hub.stop();
  }
}

/** One answer: how long it took, and whether every partnership's part of it is there. */
interface Reply {
  ms: number;
  isWhole: boolean;
}

async function asker(hub: RunningHub, partnerships: number): Promise<() => Promise<Reply>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await hub.token('analyst')}` };
  const body = JSON.stringify({ query: EXAMPLE });
  return async () => {
    const begun = performance.now();
    const response = await fetch(hub.apiUrl, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data?: { partnerships: unknown[] }; errors?: unknown[] };
    const isWhole = response.ok && errors === undefined && data?.partnerships.length === partnerships;
    return { ms: performance.now() - begun, isWhole };
  };
}

async function askedByMany(ask: () => Promise<Reply>, forMs: number): Promise<Reply[]> {
  const end = performance.now() + forMs;
  const caller = async () => {
    const replies: Reply[] = [];
    while (performance.now() < end) replies.push(await ask());
    return replies;
  };
  return (await Promise.all(Array.from({ length: CALLERS }, caller))).flat();
}

const difference = (before: Cost, after: Cost) => after.cpuMs - before.cpuMs;

function median(replies: readonly Reply[]): number {
  const sorted = replies.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

void main();
