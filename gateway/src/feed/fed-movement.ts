import { localAuthorityOf, type Caller } from '@hub/access';
import { z } from 'zod';

const notification = z.object({
  topic: z.enum(['movement', 'refused']),
  movement: z.string().min(1),
  authorities: z.array(z.string()),
  partnerships: z.array(z.string()),
});

/** A movement that has come on, or of which a step was refused, as the London SCP sends it. */
export interface FedMovement {
  topic: 'movement' | 'refused';
  /** Id, as `movement:…`. */
  movement: string;
  /** GSS codes of the authorities of both sides; of a refusal, of whose step it was. */
  authorities: readonly string[];
  /** Ids of the partnerships that cover them. */
  partnerships: readonly string[];
}

/** Reads a notification; null for one that is none. */
export function readFedMovement(payload: string): FedMovement | null {
  try {
    return notification.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Whether it is a caller's to know of: a local authority's people by it, a partnership's system by the partnership. */
export function isParty(caller: Caller, { authorities, partnerships }: FedMovement): boolean {
  if (caller.role === 'partnership-system') {
    return caller.partnership !== null && partnerships.includes(caller.partnership);
  }
  const authority = localAuthorityOf(caller);
  return authority !== null && authorities.includes(authority);
}
