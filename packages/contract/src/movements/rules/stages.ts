import { MovementState as S } from '../movement-state';

/** The origin is waiting for the destination, or the destination for the origin: nothing is agreed, and no placement has begun. */
export const BEFORE_ACCEPTANCE = [S.NOTIFIED, S.INFORMATION_SHARED, S.DISPUTED, S.RETURNED] as const;
/** The destination has agreed to something, and has work of its own under way. */
export const UNDERWAY = [S.ACCEPTED, S.CONFERENCE_HELD, S.TEMPORARY_STAY] as const;
/** It lasts. */
export const OPEN = [...BEFORE_ACCEPTANCE, ...UNDERWAY, S.RESPONSIBILITY_ACCEPTED, S.PLACED] as const;
/** It has ended. */
export const ENDED = [S.CLOSED, S.WITHDRAWN] as const;

/** Whether a movement has ended. What may still be said of it changes nothing of how it ended. */
export function hasEnded(state: S): boolean {
  return (ENDED as readonly S[]).includes(state);
}

/** Whether the destination has agreed to nothing yet. */
export function isBeforeAcceptance(state: S): boolean {
  return (BEFORE_ACCEPTANCE as readonly S[]).includes(state);
}

/** Whether the destination has begun its own work, and is not responsible yet. */
export function isUnderway(state: S): boolean {
  return (UNDERWAY as readonly S[]).includes(state);
}
