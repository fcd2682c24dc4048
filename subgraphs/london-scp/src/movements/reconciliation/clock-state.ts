import { MovementClockState } from '@hub/contract';

/** A clock as stored. All is null where a movement has no such clock. */
export interface ClockReadings {
  ruleId: string | null;
  startedAt: Date | null;
  dueAt: Date | null;
  metAt: Date | null;
  stoppedAt: Date | null;
}

/** How a stored clock stands at an instant: stored clocks do not tick. */
export function clockState({ ruleId, startedAt, dueAt, metAt, stoppedAt }: ClockReadings, now: Date) {
  if (ruleId === null) return MovementClockState.NOT_SPECIFIED;
  if (startedAt === null) return MovementClockState.NOT_STARTED;
  if (dueAt === null) return MovementClockState.NOT_KNOWN;
  if ((metAt ?? stoppedAt ?? now) > dueAt) return MovementClockState.LATE;
  if (metAt !== null) return MovementClockState.MET;
  return stoppedAt === null ? MovementClockState.RUNNING : MovementClockState.STOPPED;
}
