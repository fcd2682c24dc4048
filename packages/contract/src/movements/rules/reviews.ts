import { MovementMove as M } from '../movement-move';
import { MovementState as S } from '../movement-state';
import type { Movement, MovementStep } from './movement';

/** What a review follows: what began the stay or the placement, or the review before. Each may say when the next is to be. */
const BOOKING: readonly M[] = [M.AGREE_TEMPORARY_STAY, M.START_PLACEMENT, M.RECORD_REVIEW];

/** The states in which a movement lasts and is reviewed. */
export const REVIEWED = [S.TEMPORARY_STAY, S.PLACED] as const;

/** Whether a step may say on which day the next review is to be. */
export function booksReview(move: M): boolean {
  return BOOKING.includes(move);
}

/** The place in the history of the step that the next review follows; of a movement without one, that of its notice. */
export function reviewFollows({ history }: Pick<Movement, 'history'>): number {
  return Math.max(
    0,
    history.findLastIndex(({ event }) => booksReview(event.move)),
  );
}

/** The day on which the next review is to be, as was agreed with a step; undefined where nothing was. */
export function reviewBooked({ event: { move, data } }: MovementStep): string | undefined {
  return booksReview(move) ? data.nextReviewOn : undefined;
}
