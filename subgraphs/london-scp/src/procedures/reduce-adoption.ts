import { earliestDay, toDayNumber } from '@hub/contract';
import { inOrder } from './validity';

/** An edition, as far as the reduction needs it. */
export interface DatedEdition {
  id: string;
  /** A partial date. */
  inForceFrom: string;
}

/** That a partnership adopted an edition. */
export interface Adoption {
  editionId: string;
  /** A day. */
  adoptedOn: string;
  localVariations: readonly string[];
}

/** Where one partnership stands on a day. */
export interface Position {
  /** The edition it works to, as it says itself; null where it has adopted none. */
  editionId: string | null;
  adoptedOn: string | null;
  /** Whether that is the edition in force or a later one; null where none is in force, or London holds no such edition. */
  isCurrent: boolean | null;
  /** Days on which the edition in force was in force and not worked to; null if current or unknown. */
  lagDays: number | null;
  localVariations: readonly string[];
}

/**
 * Who worked to which edition of one procedure on a day. A partnership works to what it adopted last: of two adoptions
 * on one day, to the later edition. An edition known only to the month counts from the first day it can mean, and
 * nobody's lag behind it is counted.
 *
 * @param editions - every edition of the procedure, in any order.
 * @param histories - for each partnership its adoptions of that procedure, in any order.
 * @param on - a day.
 * @returns positions in the order of the histories.
 */
export function reduceAdoption(
  editions: readonly DatedEdition[],
  histories: readonly (readonly Adoption[])[],
  on: string,
): { currentEditionId: string | null; positions: Position[] } {
  const ordered = inOrder(editions.map(({ id, inForceFrom }) => ({ id, from: inForceFrom })));
  const rank = new Map(ordered.map(({ id }, index) => [id, index]));
  const current = ordered.findLast(({ from }) => earliestDay(from) <= on) ?? null;

  const positions = histories.map((adoptions) => {
    const events = inSequence(adoptions, rank).filter(({ adoptedOn }) => adoptedOn <= on);
    const last = events.at(-1) ?? null;
    const isCurrent = current === null ? null : isUpTo(current.id, last, rank);
    return {
      editionId: last?.editionId ?? null,
      adoptedOn: last?.adoptedOn ?? null,
      isCurrent,
      lagDays: isCurrent === false && current!.from.length === 10 ? daysBehind(current!, events, rank, on) : null,
      localVariations: last?.localVariations ?? [],
    };
  });
  return { currentEditionId: current?.id ?? null, positions };
}

type Ranks = ReadonlyMap<string, number>;

function inSequence(adoptions: readonly Adoption[], rank: Ranks): Adoption[] {
  const place = ({ editionId }: Adoption) => rank.get(editionId) ?? -1;
  return [...adoptions].sort((a, b) => {
    if (a.adoptedOn !== b.adoptedOn) return a.adoptedOn < b.adoptedOn ? -1 : 1;
    return place(a) - place(b) || (a.editionId < b.editionId ? -1 : 1);
  });
}

/** Null where the edition worked to is none that London holds. */
function isUpTo(currentId: string, adoption: Adoption | null, rank: Ranks): boolean | null {
  if (adoption === null) return false;
  const reached = rank.get(adoption.editionId);
  return reached === undefined ? null : reached >= rank.get(currentId)!;
}

/** Whole days from the day the edition came into force up to, and not counting, `on`, on which it was not worked to. */
function daysBehind(current: { id: string; from: string }, events: readonly Adoption[], rank: Ranks, on: string) {
  const begins = toDayNumber(current.from);
  const ends = toDayNumber(on);
  const stretches = [null, ...events];
  return stretches.reduce((days, adoption, index) => {
    const next = stretches[index + 1];
    const from = Math.max(begins, adoption ? toDayNumber(adoption.adoptedOn) : begins);
    const to = next ? toDayNumber(next.adoptedOn) : ends;
    return isUpTo(current.id, adoption, rank) === true ? days : days + Math.max(0, to - from);
  }, 0);
}
