import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import { OrganisationKind } from '../organisation-kind';
import type { Movement } from './movement';

/** An organisation of one side that has to be told of a move, or was. Instants are ISO 8601 in UTC. */
export interface Organisation {
  kind: OrganisationKind;
  side: MovementSide;
  /** When its side last told it; null while nobody has. */
  toldAt: string | null;
  /** When it then said that it knows; null until then. */
  acknowledgedAt: string | null;
}

/**
 * Whom each side tells beside the other: what the notice names, and whoever was told without it. The origin's come first, each
 * side's in the order of the kinds. What a former destination told counts for the present one as untold.
 */
export function organisationsOf(movement: Movement): Organisation[] {
  return Object.values(MovementSide).flatMap((side) =>
    Object.values(OrganisationKind).flatMap((kind) => {
      const found = organisationOf(movement, side, kind);
      return found.toldAt !== null || movement.notice.toTell?.includes(kind) ? [found] : [];
    }),
  );
}

/** How a side stands with its organisation of a kind. An acknowledgement is of what was told before it. */
export function organisationOf(
  { history, toldAt: notified }: Pick<Movement, 'history' | 'toldAt'>,
  side: MovementSide,
  kind: OrganisationKind,
): Organisation {
  const own = history
    .slice(side === MovementSide.DESTINATION ? notified : 0)
    .filter(({ event }) => event.side === side && event.data.organisation === kind);
  const told = own.findLastIndex(({ event }) => event.move === M.RECORD_ORGANISATION_TOLD);
  const since = told < 0 ? [] : own.slice(told);
  const acknowledged = since.find(({ event }) => event.move === M.RECORD_ORGANISATION_ACKNOWLEDGEMENT);
  return { kind, side, toldAt: own[told]?.at ?? null, acknowledgedAt: acknowledged?.at ?? null };
}
