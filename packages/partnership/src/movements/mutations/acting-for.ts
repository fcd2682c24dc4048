import { localAuthorityOf } from '@hub/access';
import { missingEvidence, MovementSide, type MoveData } from '@hub/contract';
import { type SubgraphContext, Refusal, problem } from '@hub/subgraph-kit';
import type { PartnershipSide } from './partnership-side';

/**
 * The authority that a caller acts for: a person's own, which the token says, and of a partnership's system the one that it
 * names.
 *
 * @throws Refusal where that is none of the partnership's.
 */
export function actingFor(
  { requestIdentity: { caller } }: SubgraphContext,
  { id, covers }: PartnershipSide,
  named: string | null | undefined,
): string {
  const isSystem = caller?.role === 'partnership-system' && caller.partnership === id;
  const own = isSystem ? named : localAuthorityOf(caller);
  if (own && covers.includes(own) && (named ?? own) === own) return own;
  const remedy = isSystem
    ? `Name one that ${id} covers: ${covers.join(', ')}.`
    : `Act for your own authority, by the partnership that covers it, and leave authority out.`;
  throw new Refusal(problem('authority', 'NOT_YOUR_AUTHORITY', `You do not act for this authority here. ${remedy}`));
}

/** The two authorities of a movement. */
export interface Parties {
  origin: string;
  destination: string;
}

/** The side that a step is taken for. */
export interface ActingSide {
  /** The caller's own side. */
  own: MovementSide;
  side: MovementSide;
  /** GSS code of the authority whose step it is. */
  authority: string;
  /** GSS code of the authority that records it, where that is another. */
  recordedBy: string | undefined;
}

/**
 * What is said of a step that is recorded for the other side.
 *
 * @throws Refusal `REQUIRED` where nothing says what it is known by.
 */
export function onBehalfData({ recordedBy }: ActingSide, data: MoveData): MoveData {
  if (recordedBy === undefined) return {};
  const missing = missingEvidence(data);
  if (missing) throw new Refusal(problem(missing.field, missing.code, missing.message));
  return { recordedBy, evidence: data.evidence!.trim() };
}

/**
 * The side that a step is taken for, and its authority: one's own, or on its behalf the other, which then has no partnership
 * here to speak by.
 *
 * @returns null where the authority is not a party.
 * @throws Refusal where the other side speaks for itself.
 */
export function sideOf(
  acting: string,
  { origin, destination }: Parties,
  { onBehalf, covers }: { onBehalf: boolean; covers: readonly string[] },
): ActingSide | null {
  if (acting !== origin && acting !== destination) return null;
  const { ORIGIN, DESTINATION } = MovementSide;
  const own = acting === origin ? ORIGIN : DESTINATION;
  if (!onBehalf) return { own, side: own, authority: acting, recordedBy: undefined };
  const other = own === ORIGIN ? destination : origin;
  if (covers.includes(other)) {
    const message = `${other} speaks for itself, by this partnership. Leave onBehalf out, or let them record it.`;
    throw new Refusal(problem('onBehalf', 'NOT_YOUR_AUTHORITY', message));
  }
  return { own, side: own === ORIGIN ? DESTINATION : ORIGIN, authority: other, recordedBy: acting };
}
