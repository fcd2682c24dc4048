import { LegalStatus as L } from '../legal-status';
import type { MoveData } from './movement-event';
import { refuse, type MoveRefusal } from './refusal';

/**
 * The statuses by an order that keeps the originating authority responsible. Source: Sussex 1.7.5, which names care, supervision,
 * emergency protection and child assessment orders, and police protection. By a placement order the authority has parental
 * responsibility too (Adoption and Children Act 2002, section 25).
 */
const BY_ORDER: readonly L[] = [
  ...[L.INTERIM_CARE_ORDER, L.CARE_ORDER, L.PLACEMENT_ORDER, L.SUPERVISION_ORDER],
  ...[L.EMERGENCY_PROTECTION_ORDER, L.CHILD_ASSESSMENT_ORDER, L.POLICE_PROTECTION],
];
const BY_NO_ORDER: readonly L[] = [L.NONE, L.SECTION_20_ACCOMMODATION, L.SHORT_TERM_BREAKS];

/** Why a legal status and whether an order holds cannot both be; null where they agree, or no status is said. */
export function legalStatusDisagrees({ legalStatus, hasStatutoryOrder = false }: MoveData): MoveRefusal | null {
  if (legalStatus === undefined) return null;
  const wrong = hasStatutoryOrder ? BY_NO_ORDER : BY_ORDER;
  if (!wrong.includes(legalStatus)) return null;
  const message = hasStatutoryOrder
    ? `${legalStatus} is no order, and hasStatutoryOrder says that one holds. Say which, or that none does.`
    : `${legalStatus} keeps the origin responsible. Say hasStatutoryOrder: true, or which status the child has.`;
  return refuse('LEGAL_STATUS_DISAGREES', 'legalStatus', message);
}
