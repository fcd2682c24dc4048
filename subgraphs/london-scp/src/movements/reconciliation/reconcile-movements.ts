import { disagreements, MovementSide, type MovementDisagreement, type RecordAnswer } from '@hub/contract';
import type { ComparedMovement } from './compared-movements';
import type { RecordBooks } from './record-books';

/** One way in which the sides of one movement disagree, with what each says. */
export interface Disagreement {
  kind: MovementDisagreement;
  movementId: string;
  /** Null of a child who arrived without a notice: all that the hub knows of is a record at the destination. */
  originCode: string | null;
  destinationCode: string;
  originAnswer: RecordAnswer;
  destinationAnswer: RecordAnswer;
  /** From when the movement is in its state; null where there is no notice. */
  since: string | null;
  /** Null where there is no notice: only children with one are known to the hub. */
  childPseudonym: string | null;
}

/**
 * Sets what the hub has of movements against what the records of their sides say.
 *
 * @param movements - every movement that is compared, with all for which a side holds an open record.
 * @returns by movement and kind.
 */
export function reconcileMovements(movements: readonly ComparedMovement[], books: RecordBooks): Disagreement[] {
  const found = movements.flatMap((movement) => disagreementsOf(movement, books));
  const known = new Set(movements.map(({ id }) => id));
  // Of a record with a notice, the notice is still on its way to the hub, or was kept there for a shorter period.
  const arrivals = books.open.filter(
    ({ movementId, side, hasNotice }) => side === MovementSide.DESTINATION && !hasNotice && !known.has(movementId),
  );
  found.push(...arrivals.flatMap(({ movementId, authority }) => arrival(movementId, authority)));
  return found.sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));
}

function disagreementsOf(movement: ComparedMovement, books: RecordBooks): Disagreement[] {
  const { id: movementId, originCode, destinationCode, since, childPseudonym } = movement;
  const originAnswer = books.answer(movement, MovementSide.ORIGIN);
  const destinationAnswer = books.answer(movement, MovementSide.DESTINATION);
  return disagreements(movement, originAnswer, destinationAnswer).map((kind) => ({
    ...{ kind, movementId, originCode, destinationCode, originAnswer, destinationAnswer, since, childPseudonym },
  }));
}

function arrival(movementId: string, destinationCode: string): Disagreement[] {
  const answers = { originAnswer: 'UNANSWERED', destinationAnswer: 'OPEN' } as const;
  return disagreements(null, answers.originAnswer, answers.destinationAnswer).map((kind) => ({
    ...{ kind, movementId, originCode: null, destinationCode, ...answers, since: null, childPseudonym: null },
  }));
}

/** Where a disagreement stands in the order. */
export function placeOf({ movementId, kind }: Disagreement): [string, string] {
  return [movementId, kind];
}

/** Compares two places: below 0 where the first comes first. */
export function comparePlaces(one: readonly string[], other: readonly string[]): number {
  const part = one.findIndex((text, index) => text !== other[index]);
  return part < 0 ? 0 : one[part]! < other[part]! ? -1 : 1;
}
