import { median } from '../comparison';
import type { GatewayProcess } from './gateway-process';
import { takeTurn, type Asking, type Turn } from './turn';

/** How long is measured. */
export interface Effort {
  rounds: number;
  /** What a gateway shall use of the processor in a turn, in milliseconds; dear ones are sent fewer requests. */
  turnMs: number;
  /** And before the first one, so that what is measured has been compiled. */
  warmUpMs: number;
}

/** One gateway's turns, one a round. */
export interface Measured {
  gateway: string;
  turns: Turn[];
}

/** Too few say nothing of a percentile. */
const LEAST_REQUESTS = 16;

/** Has gateways answer the same in turns, each round in another order, so that what else the machine does hits all of them. */
export async function measureRounds(
  gateways: readonly GatewayProcess[],
  asking: Asking,
  { rounds, turnMs, warmUpMs }: Effort,
): Promise<Measured[]> {
  const all = [];
  for (const gateway of gateways)
    all.push({ gateway, turns: [] as Turn[], cost: await warmedUp(gateway, asking, warmUpMs) });
  for (let round = 0; round < rounds; round += 1) {
    for (let next = 0; next < all.length; next += 1) {
      const one = all[(round + next) % all.length]!;
      const turn = await takeTurn(one.gateway, asking, Math.max(LEAST_REQUESTS, Math.round(turnMs / one.cost)));
      one.turns.push(turn);
      one.cost = turn.cpuMs;
    }
  }
  return all.map(({ gateway: { name }, turns }) => ({ gateway: name, turns }));
}

/** @returns what a request costs in the end, in milliseconds of the processor. */
async function warmedUp(gateway: GatewayProcess, asking: Asking, budgetMs: number): Promise<number> {
  let [used, cost] = [0, 0];
  do {
    ({ cpuMs: cost } = await takeTurn(gateway, asking, LEAST_REQUESTS * 4));
    used += cost * LEAST_REQUESTS * 4;
  } while (used < budgetMs);
  return cost;
}

/** A ratio of two gateways, round by round: its median, and its extremes. */
export interface Ratio {
  median: number;
  least: number;
  most: number;
}

/** How many times as much one takes as another. */
export function ratioOf(value: keyof Turn, one: Measured, other: Measured): Ratio {
  const ratios = one.turns.map((turn, round) => turn[value] / other.turns[round]![value]);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** The median of its turns. */
export const typical = (value: keyof Turn, { turns }: Measured) => median(turns.map((turn) => turn[value]));
