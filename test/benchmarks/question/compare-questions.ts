import type { Example } from './example';
import { type Part, PARTS, type QuestionedHub } from './questioned-hub';

/** How both hubs are asked. */
export interface Plan {
  /** Rounds in which each hub is measured once, in turns the one and the other first. */
  rounds: number;
  /** Questions of one measurement. */
  operations: number;
  /** Questions before the first. */
  warmUp: number;
  /** By `performance.now()`, when no further round is begun. At least one is. */
  end: number;
}

type Side = 'before' | 'now';

/** A part's milliseconds a question, as medians of the rounds, and the ratios of the rounds. */
export interface Compared {
  before: number;
  now: number;
  /** `now` by `before`: the median, and the extremes. */
  ratio: number;
  least: number;
  most: number;
}

/**
 * Asks an earlier hub and this one the same, in interleaved rounds.
 *
 * @returns with `difference`, where they do not answer alike, or null.
 */
export async function compareQuestions(example: Example, hubs: Record<Side, QuestionedHub>, plan: Plan) {
  const headers = { before: await hubs.before.headersFor(example), now: await hubs.now.headersFor(example) };
  const [earlier, later] = await Promise.all(SIDES.map((side) => hubs[side].ask(example, headers[side])));
  const difference = firstDifference(withoutCursors(earlier!), withoutCursors(later!));
  const statements = { before: 0, now: 0 };
  for (const side of SIDES) {
    const begun = await hubs[side].transactions();
    for (let left = plan.warmUp; left > 0; left -= 1) await hubs[side].ask(example, headers[side]);
    statements[side] = Math.round((await hubs[side].transactions()) - begun) / plan.warmUp;
  }
  const measured: Record<Side, Record<Part, number>[]> = { before: [], now: [] };
  while (measured.now.length < plan.rounds && (measured.now.length === 0 || performance.now() < plan.end)) {
    const inTurn = measured.now.length % 2 === 0 ? SIDES : SIDES.toReversed();
    for (const side of inTurn) measured[side].push(await hubs[side].measure(example, headers[side], plan.operations));
  }
  const parts = Object.fromEntries(PARTS.map((part) => [part, compared(measured, part)])) as Record<Part, Compared>;
  const rounded = { before: rounds(statements.before), now: rounds(statements.now) };
  return { example: example.name, difference, rounds: measured.now.length, parts, statements: rounded };
}

const SIDES = ['before', 'now'] as const;
const rounds = (value: number) => Math.round(value * 10) / 10;

function compared(measured: Record<Side, Record<Part, number>[]>, part: Part): Compared {
  const ratios = measured.now.map((now, round) => now[part] / measured.before[round]![part]);
  const [before, now] = [measured.before, measured.now].map((all) => median(all.map((one) => one[part])));
  return {
    ...{ before: before!, now: now!, ratio: median(ratios) },
    ...{ least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

/** Where two answers begin to differ, with what is there. */
function firstDifference(before: unknown, now: unknown, path = ''): string | null {
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) {
    return before === now ? null : `${path}: ${JSON.stringify(before)} → ${JSON.stringify(now)}`;
  }
  const [one, other] = [before, now] as Record<string, unknown>[];
  for (const name of new Set([...Object.keys(one!), ...Object.keys(other!)])) {
    const difference = firstDifference(one![name], other![name], path === '' ? name : `${path}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** An answer whose cursors are alike if both are there: each hub signs them with a key of its own. */
function withoutCursors(answer: { data: unknown }): unknown {
  return JSON.parse(
    JSON.stringify(answer.data, (name, value: unknown) =>
      /cursor$/i.test(name) && typeof value === 'string' ? 'a cursor' : value,
    ),
  );
}
