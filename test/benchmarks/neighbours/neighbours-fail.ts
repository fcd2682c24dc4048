import { printVerdict, seconds } from '../verdict';
import { CannedHub } from './canned-hub';
import { measureNeighbours, type NeighbourFault } from './measure-neighbours';
import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviour';

const PARTNERSHIPS = 33;
const ALL = ['kill', 'hang', ...Object.keys(MISBEHAVIOURS)] as Misbehaviour[];

/** One of all London's partnerships fails, in one way after another, under load. */
export async function neighboursFail(isWanted: (fault: string) => boolean): Promise<void> {
  const wanted = ALL.filter(isWanted);
  if (wanted.length === 0) return;
  const hub = await CannedHub.start(PARTNERSHIPS);
  const all: NeighbourFault[] = [];
  try {
    await measureNeighbours(hub, wanted, (measured) => {
      all.push(measured);
      process.stderr.write(`${Object.values(row(measured)).join(' | ')}\n`);
    });
  } finally {
    await hub.stop();
    printVerdict(all, row);
  }
}

function row({ others: { quiet, fault }, ...measured }: NeighbourFault): Record<string, string> {
  const { asked, partial, wrong, slowest, recovery, mostMiB, missed } = measured;
  return {
    'fault of one': measured.fault,
    asked: String(asked),
    partial: String(partial),
    wrong: String(wrong),
    'others, median and p99, ms': `${quiet.map(tenths).join(', ')} → ${fault.map(tenths).join(', ')}`,
    'ratio of p99': (fault[1] / quiet[1]).toFixed(2),
    'slowest, s': seconds(slowest),
    'whole after, s': seconds(recovery),
    'gateway, MiB': mostMiB?.toFixed(0) ?? '–',
    missed: missed.join('; '),
  };
}

const tenths = (ms: number) => ms.toFixed(1);
