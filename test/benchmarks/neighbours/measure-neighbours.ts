import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from '../comparison';
import { residentMiB } from '../processes';
import type { CannedHub } from './canned-hub';
import type { Misbehaviour } from './misbehaviour';
import { NeighbourLoad, type NeighbourReply } from './neighbour-load';

/** Milliseconds: of a quiet window, of one with the fault, and after which answers count as whole for good. */
const QUIET_MS = 12_000;
const FAULT_MS = 12_000;
const SETTLED_MS = 4000;
/** What the code, and what a new connection takes, is warm after. */
const WARM_MS = 10_000;

/** How long a question may take, and what else its answer takes on its way. */
const DEADLINE_MS = 10_000 + 500;
const RECOVERY_MS = 2000;
/** The others' p99 during a fault, by that without. */
const RATIO = 1.2;

/** What came of one fault. */
export interface NeighbourFault {
  fault: string;
  asked: number;
  partial: number;
  wrong: number;
  /** Milliseconds, of whoever asks not for what fails: at the median and the 99th percentile, before the fault and during it. */
  others: { quiet: [number, number]; fault: [number, number] };
  /** Of the slowest answer of any. */
  slowest: number;
  /** Milliseconds from the end of the fault until answers were whole for good. */
  recovery: number | null;
  /** Of the gateway. */
  mostMiB: number | null;
  missed: string[];
}

/** Has a partnership fail under load, in one way after another. */
export async function measureNeighbours(
  hub: CannedHub,
  misbehaviours: readonly Misbehaviour[],
  tell: (measured: NeighbourFault) => void,
): Promise<void> {
  const load = new NeighbourLoad(hub.url);
  await load.begin();
  try {
    await sleep(WARM_MS);
    for (const misbehaviour of misbehaviours) tell(await measure(hub, load, misbehaviour));
  } finally {
    await load.stop();
  }
}

async function measure(hub: CannedHub, load: NeighbourLoad, misbehaviour: Misbehaviour): Promise<NeighbourFault> {
  const quietFrom = performance.now();
  await sleep(QUIET_MS);
  const from = performance.now();
  await hub.behave(misbehaviour);
  const memory = await memoryDuring(hub, FAULT_MS);
  const until = performance.now();
  await hub.behave('well');
  // The slowest of what was asked during the fault has come by then.
  await sleep(DEADLINE_MS);
  const replies = load.replies.splice(0).filter(({ sentAt }) => sentAt >= quietFrom);
  replies.sort((one, other) => one.sentAt - other.sentAt);
  const during = replies.filter(({ sentAt }) => sentAt >= from && sentAt < until);
  return judged(
    {
      ...{ fault: misbehaviour, asked: during.length, mostMiB: memory, missed: [] },
      partial: replies.filter(({ outcome }) => outcome === 'partial').length,
      wrong: replies.filter(({ outcome }) => outcome === 'wrong').length,
      others: { quiet: ofOthers(replies.filter(({ sentAt }) => sentAt < from)), fault: ofOthers(during) },
      slowest: Math.max(...replies.map(({ ms }) => ms)),
      recovery: wholeAgain(replies, until),
    },
    replies,
  );
}

/** The most that the gateway holds in some time, in MiB. */
async function memoryDuring(hub: CannedHub, ms: number): Promise<number | null> {
  let most: number | null = null;
  for (const end = performance.now() + ms; performance.now() < end; await sleep(100)) {
    most = Math.max(most ?? 0, residentMiB(hub.pid) ?? 0) || null;
  }
  return most;
}

function ofOthers(replies: readonly NeighbourReply[]): [number, number] {
  const times = replies.filter(({ question }) => question === 'others').map(({ ms }) => ms);
  return [median(times), quantile(times, 0.99)];
}

/** From when on every answer of everybody was whole, in milliseconds since an instant; null where none was for long enough. */
function wholeAgain(replies: readonly NeighbourReply[], since: number): number | null {
  const after = replies.filter(({ question, sentAt }) => question === 'everybody' && sentAt >= since);
  const lastBad = after.findLast(({ outcome }) => outcome !== 'whole')?.sentAt ?? -Infinity;
  const first = after.find(({ sentAt }) => sentAt > lastBad);
  if (!first || after.at(-1)!.sentAt - first.sentAt < SETTLED_MS) return null;
  return Math.max(0, first.sentAt + first.ms - since);
}

function judged(measured: NeighbourFault, replies: readonly NeighbourReply[]): NeighbourFault {
  const { others, slowest, recovery, wrong } = measured;
  const ratio = others.fault[1] / others.quiet[1];
  const first = replies.find(({ outcome }) => outcome === 'wrong');
  const missed = [
    ...(first ? [`${wrong} answers without others' data, the first ${first.text.slice(0, 200)}`] : []),
    ...(slowest > DEADLINE_MS ? [`an answer took ${(slowest / 1000).toFixed(1)} s`] : []),
    ...(ratio > RATIO ? [`others' p99 is ${ratio.toFixed(2)} times the quiet one`] : []),
    ...(recovery === null || recovery > RECOVERY_MS ? ['not whole within 2 s of its return'] : []),
  ];
  return { ...measured, missed };
}
