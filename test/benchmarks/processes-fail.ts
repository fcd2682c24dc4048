import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningHub } from '@hub/cli';
import { quantile } from './comparison';
import { inflict, returned } from './inflict';
import { subgraphProcesses } from './processes';
import { StandingHub } from './standing-hub';
import { partnershipOf, reaches, SteadyLoad, type LoadReply } from './steady-load';
import { printVerdict, seconds } from './verdict';

/** Milliseconds: how long an answer may take from a second after the fault on, at the 99th percentile. */
const WAIT_MS = 1000;
/** Until answers are whole again, from the return of what failed; and from the end of PostgreSQL. */
const RECOVERY_MS = 5000;
const POSTGRES_MS = 15_000;
/** Until a process is there again that nobody starts by hand. */
const PATIENCE_MS = 60_000;
const GRACE_MS = 1000;

/** Result of one fault. */
interface Measured {
  fault: string;
  asked: number;
  /** Answers without what the partnership that failed would have said. */
  ownPartLost: number;
  /** Answers that lack more than that: asked in the first second, and later. */
  failedAtFirst: number;
  failedLater: number;
  /** Milliseconds, at the 99th percentile, of what was asked later. */
  p99: number;
  /** Milliseconds from the fault to the return, and to whole answers; null where they were not seen. */
  returnedAfter: number | null;
  wholeAfter: number | null;
  /** What came in place of an answer. */
  failures: Record<string, number>;
  missed: string[];
}

/** Each process of a whole hub is killed, and hangs. */
export async function processesFail(isWanted: (fault: string) => boolean): Promise<void> {
  const standing = new StandingHub();
  const all: Measured[] = [];
  try {
    const names = [...subgraphProcesses(await standing.hub()).keys(), 'gateway', 'postgres'];
    const faults = names.flatMap((name) => [['kill', name] as const, ['hang', name] as const]);
    for (const [how, name] of faults) {
      if (!isWanted(`${how} ${name}`)) continue;
      process.stderr.write(`${how} ${name}\n`);
      const measured = await measure(await standing.hub(), how, name);
      if (standing.ended !== null) measured.missed.push(`the hub ended: ${standing.ended}`);
      all.push(measured);
      process.stderr.write(`  ${Object.values(row(measured)).join(' | ')}\n`);
    }
  } finally {
    await standing.end();
    printVerdict(all, row);
  }
}

async function measure(hub: RunningHub, how: 'kill' | 'hang', name: string): Promise<Measured> {
  const failing = partnershipOf(name);
  const load = new SteadyLoad(hub.url, failing);
  await load.begin();
  await sleep(3000);
  const at = performance.now();
  await inflict(hub, name, how);
  const isBack = await Promise.race([returned(hub, name, PATIENCE_MS), hub.exited.then(() => false)]);
  const back = isBack ? performance.now() : null;
  const isOwn = (question: string) => reaches(question, failing);
  for (const end = performance.now() + 3 * RECOVERY_MS; back !== null && performance.now() < end;) {
    await sleep(500);
    const whole = load.wholeSince(at, isOwn);
    // A few more, in case one is not.
    if (whole !== null && performance.now() - whole > 3000) break;
  }
  const whole = load.wholeSince(at, isOwn);
  const replies = (await load.stop()).filter(({ answeredAt }) => answeredAt >= at);
  return judged({ how, name, at, back, whole }, replies);
}

interface Course {
  how: 'kill' | 'hang';
  name: string;
  at: number;
  back: number | null;
  whole: number | null;
}

function judged({ how, name, at, back, whole }: Course, replies: readonly LoadReply[]): Measured {
  const failed = replies.filter(({ outcome }) => outcome === 'failed');
  const later = replies.filter(({ sentAt }) => sentAt >= at + GRACE_MS);
  const p99 = quantile(
    later.map(({ sentAt, answeredAt }) => answeredAt - sentAt),
    0.99,
  );
  const failures: Record<string, number> = {};
  for (const { detail } of failed) failures[detail] = (failures[detail] ?? 0) + 1;
  const failedLater = failed.filter(({ sentAt }) => sentAt >= at + GRACE_MS).length;
  const failedAtFirst = failed.length - failedLater;
  // Without the gateway or PostgreSQL nobody can be answered: only how long that lasts counts.
  const isEverything = name === 'gateway' || name === 'postgres';
  const isOnePartnership = partnershipOf(name) !== null;
  const since = name === 'postgres' && how === 'kill' ? at : back;
  const limit = name === 'postgres' && how === 'kill' ? POSTGRES_MS : RECOVERY_MS;
  const missed = [
    ...(back === null ? [`did not return in ${PATIENCE_MS / 1000} s`] : []),
    ...(back !== null && whole === null ? ['answers are not whole again'] : []),
    ...(since !== null && whole !== null && whole - since > limit
      ? [`whole ${seconds(whole - since)} s after its return`]
      : []),
    ...(isOnePartnership && failedAtFirst > 0 ? [`${failedAtFirst} answers of others failed at first`] : []),
    ...(!isEverything && failedLater > 0 ? [`${failedLater} answers of others failed later`] : []),
    ...(!isEverything && p99 >= WAIT_MS ? [`waited ${p99.toFixed(0)} ms`] : []),
  ];
  return {
    ...{ fault: `${how} ${name}`, asked: replies.length, failedAtFirst, failedLater, p99, failures, missed },
    ownPartLost: replies.filter(({ outcome }) => outcome === 'own part lost').length,
    returnedAfter: back && back - at,
    wholeAfter: whole && Math.max(0, whole - at),
  };
}

function row(measured: Measured): Record<string, string> {
  const { fault, asked, ownPartLost, failedAtFirst, failedLater, p99, returnedAfter, wholeAfter, failures } = measured;
  return {
    fault,
    asked: String(asked),
    'own part lost': String(ownPartLost),
    'failed in the first second, later': `${failedAtFirst}, ${failedLater}`,
    'p99 after the first second, ms': p99.toFixed(0),
    'returned after, s': seconds(returnedAfter),
    'whole after, s': seconds(wholeAfter),
    failures: Object.entries(failures)
      .map(([what, times]) => `${times} × ${what}`)
      .join(', '),
    missed: measured.missed.join('; '),
  };
}
