import { MovementClockState } from '../movement-clock-state';
import type { ProcedureRuleCode } from '../../procedures/procedure-rule-code';

/** How a clock of a movement stands. Instants are ISO 8601 in UTC. */
export interface MovementClock {
  code: ProcedureRuleCode;
  /** Id of the rule that it runs under; null where none is recorded. */
  rule: string | null;
  startedAt: string | null;
  /** Null where it has not started, or nobody can compute it. */
  dueAt: string | null;
  /** The last day in London on which it can be met, as `YYYY-MM-DD`; of hours the day of the instant. Null as `dueAt` is. */
  dueOn: string | null;
  /** Why it cannot be computed when it is due; null of a clock that is not `NOT_KNOWN`. */
  unknownBecause: string | null;
  /** When what it waits for happened, in time or late. */
  metAt: string | null;
  /** When it ended, with its circumstance or the movement, and what it waits for had not happened; null where it did not. */
  stoppedAt: string | null;
  state: MovementClockState;
  /** By how many milliseconds it is late, or was when it was met or the movement ended; null where it is not. */
  lateBy: number | null;
}

/** How a clock that has started stands at an instant. */
export function clockReading(clock: Omit<MovementClock, 'state' | 'lateBy'>, now: Date): MovementClock {
  const { MET, LATE, RUNNING, STOPPED, NOT_KNOWN } = MovementClockState;
  if (clock.dueAt === null) return { ...clock, state: NOT_KNOWN, lateBy: null };
  const late = Date.parse(clock.metAt ?? clock.stoppedAt ?? now.toISOString()) - Date.parse(clock.dueAt);
  if (late > 0) return { ...clock, state: LATE, lateBy: late };
  return { ...clock, state: clock.metAt ? MET : clock.stoppedAt ? STOPPED : RUNNING, lateBy: null };
}
