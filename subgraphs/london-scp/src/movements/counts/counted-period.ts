import { GraphQLError } from 'graphql';

const MOST_YEARS = 5;

/** A page of what is counted over a period. */
export interface CountedPage {
  /** Names of periods, as `2026-Q2` or `2026`. */
  from: string;
  to: string;
  first: number;
  after: string | null | undefined;
}

/** @throws GraphQLError `BAD_USER_INPUT` naming `to` where a period ends before it begins. */
export function checkOrder(from: string, to: string): void {
  if (to < from) throw badInput(`to must not be before from, and ${to} is before ${from}. Swap them.`);
}

/** @throws GraphQLError `BAD_USER_INPUT` naming `to` where a period is none, or longer than five years. */
export function checkPeriod(from: string, to: string): void {
  checkOrder(from, to);
  const last = `${String(Number(from.slice(0, 4)) + MOST_YEARS).padStart(4, '0')}${from.slice(4)}`;
  if (to <= last) return;
  throw badInput(`to must be at most ${MOST_YEARS} years after from: ${last}. Ask for the rest separately.`);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument: 'to' } });
}
