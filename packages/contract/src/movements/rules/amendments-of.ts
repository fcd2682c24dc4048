import { MovementMove } from '../movement-move';
import { amendedFields, amendedNotice } from './amendment';
import { foldEvents } from './fold-events';
import type { Movement } from './movement';
import type { MoveData } from './movement-event';

/** A part of a notice that was amended, as texts; null where nothing was said of it before. */
export interface NoticeAmendment {
  field: string;
  was: string | null;
  is: string;
}

/** What a step of a movement amended of its notice; nothing where it is no amendment. */
export function amendmentsOf({ history }: Movement, position: number): NoticeAmendment[] {
  const { move, data } = history[position]!.event;
  if (move !== MovementMove.AMEND_NOTICE) return [];
  const { notice } = foldEvents(history.slice(0, position).map(({ event }) => event))!;
  const amended = amendedNotice(notice, data);
  return amendedFields(notice, data).map((field) => ({
    field,
    was: textOf(notice[field]),
    is: textOf(amended[field])!,
  }));
}

function textOf(said: MoveData[keyof MoveData]): string | null {
  if (said === undefined) return null;
  return Array.isArray(said) ? said.join(', ') : String(said);
}
