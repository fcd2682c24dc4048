import { median } from '../comparison';
import type { Measured } from './rounds';
import type { Turn } from './turn';

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
