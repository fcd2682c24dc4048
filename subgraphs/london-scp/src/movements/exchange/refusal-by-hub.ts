import { isRole, scopesOf } from '@hub/access';
import {
  amendedNotice,
  implausibleDates,
  missingEvidence,
  MovementMove,
  refusalsOfNotice,
  scopeOfMove,
  todayInLondon,
  toldByHub,
  type Movement,
  type Refused,
  type SentMessage,
} from '@hub/contract';
import type { ExchangeDirectory } from './exchange-directory';

/** A move that a partnership sends. */
export interface Sent {
  event: SentMessage['event'];
  /** Id of the partnership. */
  sender: string;
  /** As it is before the move; null before the notice. */
  movement: Movement | null;
}

/**
 * Why the hub takes no such message from this sender, or null. It asks what the procedure cannot: who may speak for whom,
 * whether there are such authorities, and whether its dates can be meant.
 */
export function refusalByHub(sent: Sent, directory: ExchangeDirectory): Refused | null {
  const [implausible = null] = implausibleDates(sent.movement, sent.event);
  return notForSender(sent, directory) ?? notForRole(sent) ?? badNotice(sent) ?? implausible;
}

/** An authority without a partnership here has no system to speak by: the other side records its moves for it. */
function notForSender({ event, sender, movement }: Sent, { partnershipOf }: ExchangeDirectory): Refused | null {
  const own = partnershipOf(event.authority);
  if (own !== null && own !== sender) {
    return refused('NOT_YOUR_AUTHORITY', 'authority', `${event.authority} speaks for itself, by its own partnership.`);
  }
  // Who the parties are of a movement that is not there yet is asked once it is.
  if (movement === null && event.move !== MovementMove.NOTIFY) return null;
  const { origin, destination } = movement ?? event.data;
  const isOwn = (code: string | undefined) => code !== undefined && partnershipOf(code) === sender;
  if (![origin, destination].some(isOwn)) {
    return refused('NOT_A_PARTY', 'authority', 'Your partnership covers neither side of this movement.');
  }
  if (own === null) return unproven(event, isOwn);
  const other = event.authority === origin ? destination : origin;
  return notOnBehalf(event) ?? toldByHub(event.move, other !== undefined && partnershipOf(other) !== null);
}

/** What is recorded for an authority outside the hub says who recorded it, and what it is known by. */
function unproven({ data }: Sent['event'], isOwn: (code: string | undefined) => boolean): Refused | null {
  if (!isOwn(data.recordedBy)) {
    return refused('REQUIRED', 'recordedBy', 'Name the authority of yours that records the step for the other side.');
  }
  return missingEvidence(data);
}

function notOnBehalf({ authority, data }: Sent['event']): Refused | null {
  return data.recordedBy === undefined
    ? null
    : refused('NOT_ON_BEHALF', 'recordedBy', `${authority} records its own steps. Leave recordedBy out.`);
}

function notForRole({ event: { role, move }, sender }: Sent): Refused | null {
  if (!isRole(role)) {
    return refused('ROLE_UNKNOWN', 'role', 'Name the role of who made the move, as duty-team or conference-chair.');
  }
  const scope = scopeOfMove(move);
  return scopesOf(role, sender).includes(scope)
    ? null
    : refused('ROLE_MAY_NOT', 'role', `${move} takes a role that has ${scope}, and ${role} does not have it.`);
}

function badNotice({ event: { move, data, occurredAt }, movement }: Sent): Refused | null {
  const day = todayInLondon(new Date(occurredAt));
  if (move === MovementMove.AMEND_NOTICE && movement) {
    return refusalsOfNotice(amendedNotice(movement.notice, data), day)[0] ?? null;
  }
  if (move !== MovementMove.NOTIFY) return null;
  if (!data.childPseudonym) return refused('REQUIRED', 'childPseudonym', 'NOTIFY must carry childPseudonym.');
  return refusalsOfNotice(data, day)[0] ?? null;
}

function refused(code: string, field: string, message: string): Refused {
  return { code, field, message };
}
