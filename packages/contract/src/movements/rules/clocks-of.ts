import { plusDays } from '@hub/scalars';
import { MovementClockState } from '../movement-clock-state';

import { midnightInLondon, todayInLondon } from '../../calendar/today';
import { MOVEMENT_PROCEDURE, ruleInForce, type ClockRule } from './clock-rule';
import { CLOCKS, STARTS, type ClockRow } from './clock-table';
import { dueOf } from './due-of';
import type { Movement, MovementLimit } from './movement';
import { clockReading, type MovementClock } from './movement-clock';
import { reviewBooked } from './reviews';
import { hasEnded } from './stages';

/**
 * Every clock of a movement at an instant, in the order of the table. Once started, a clock stays: it keeps the rule that
 * was in force on the day it started, and is running, met, late, or stopped by the end of the movement; or it is not known
 * when it is due, and then neither whether it is late. It never throws.
 *
 * @param rules - every rule recorded, of all procedures, in any order
 * @param now - the instant asked about; what happened after it counts as not having happened
 */
export function clocksOf(movement: Movement, rules: readonly ClockRule[], now: Date): MovementClock[] {
  const limits = new Map(movement.limits.map((limit) => [limit.code, limit]));
  const timing = rules.filter(({ procedureId }) => procedureId === MOVEMENT_PROCEDURE);
  return CLOCKS.flatMap((row) => {
    const limit = limits.get(row.code);
    return limit ? [clockOf(movement, { row, limit }, limit.isRead ? timing : [], now)] : [];
  });
}

/** A row of the table, and since when it does not limit the movement any more. */
interface LimitedRow {
  row: ClockRow;
  limit: MovementLimit;
}

function clockOf(
  movement: Movement,
  { row, limit }: LimitedRow,
  rules: readonly ClockRule[],
  now: Date,
): MovementClock {
  const { code } = row;
  const met = row.met(movement);
  const metAt = met && Date.parse(met) <= now.getTime() ? met : null;
  const running = earlier(booked(movement, row, limit, now), started(movement, limit, rules, now));
  const end = endOf(movement, limit, now);
  if (running) return clockReading({ ...running, code, metAt, stoppedAt: metAt === null ? end : null }, now);
  const next = ruleInForce(rules, code, todayInLondon(now));
  const isToStart =
    next !== undefined && hasNotHappened(STARTS[next.startsAt](movement, movement.history[limit.countsFrom]!), now);
  const { NOT_STARTED, NOT_SPECIFIED } = MovementClockState;
  return {
    code,
    rule: isToStart ? next.id : null,
    startedAt: null,
    dueAt: null,
    dueOn: null,
    unknownBecause: null,
    metAt,
    stoppedAt: metAt === null ? end : null,
    state: isToStart ? NOT_STARTED : NOT_SPECIFIED,
    lateBy: null,
  };
}

/** The rule that started first among those in force when they started: a later rule does not start a clock again. */
function started(movement: Movement, { code, countsFrom }: MovementLimit, rules: readonly ClockRule[], now: Date) {
  const [first] = rules
    .filter((rule) => rule.code === code)
    .map((rule) => ({ rule, startedAt: STARTS[rule.startsAt](movement, movement.history[countsFrom]!) }))
    .filter((one): one is { rule: ClockRule; startedAt: string } => !hasNotHappened(one.startedAt, now))
    .filter(({ rule, startedAt }) => ruleInForce(rules, code, todayInLondon(new Date(startedAt))) === rule)
    .sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  if (!first) return undefined;
  const { at, on, unknownBecause } = dueOf(first.rule, first.startedAt);
  return { rule: first.rule.id, startedAt: first.startedAt, dueAt: at, dueOn: on, unknownBecause };
}

/** A clock that has started. */
type Running = Pick<MovementClock, 'rule' | 'startedAt' | 'dueAt' | 'dueOn' | 'unknownBecause'>;

/** What was agreed for a day runs until the end of that day, by no rule. */
function booked(movement: Movement, row: ClockRow, limit: MovementLimit, now: Date): Running | undefined {
  const step = movement.history[limit.countsFrom]!;
  const day = row.follows && reviewBooked(step);
  if (day === undefined || hasNotHappened(step.at, now)) return undefined;
  const dueAt = midnightInLondon(plusDays(day, 1)).toISOString();
  return { rule: null, startedAt: step.at, dueAt, dueOn: day, unknownBecause: null };
}

/** What is due first: a day that was agreed takes nobody beyond what a rule says. */
function earlier(one: Running | undefined, other: Running | undefined): Running | undefined {
  if (!one?.dueAt || !other?.dueAt) return one ?? other;
  return Date.parse(other.dueAt) < Date.parse(one.dueAt) ? other : one;
}

function hasNotHappened(instant: string | undefined, now: Date): boolean {
  return instant === undefined || Date.parse(instant) > now.getTime();
}

/** When the movement ended, or before that what the limit is about, where it had by then. */
function endOf({ state, since }: Movement, { until }: MovementLimit, now: Date): string | null {
  const end = until ?? (hasEnded(state) ? since : null);
  return end !== null && Date.parse(end) <= now.getTime() ? end : null;
}
