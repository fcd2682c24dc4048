import type { Caller, Purpose } from '@hub/access';

/** Who it was. Null where the caller had no token. */
export interface AccessWho {
  person: string | null;
  role: string | null;
  organisation: string | null;
  partnership: string | null;
}

/** How an operation ended for the one who asked. */
export type AccessOutcome = 'ANSWERED' | 'PARTIAL' | 'REFUSED' | 'FAILED';

/** One operation that touched data of a child, or was refused it. Never a value of that data. */
export interface AccessEntry extends AccessWho {
  kind: 'ACCESS';
  /** Who wrote the entry: `gateway`, or the subgraph's name. */
  recorder: string;
  requestId: string;
  purpose: Purpose | null;
  /** In the caller's words. */
  reason: string | null;
  /** Id of the break-glass alert under which it ran. */
  alert: string | null;
  /** Name of the operation, where it has one. */
  operation: string | null;
  /** SHA-256 of the document, base64url. */
  operationHash: string;
  /** Child-level coordinates that were granted, sorted: `ChildMovement.origin`. */
  fields: string[];
  /** Child-level coordinates that were refused, sorted. */
  refused: string[];
  /** Pseudonyms of the children that it was about, shown or not, sorted, each once. */
  children: string[];
  /** Those of them of whom nothing was shown: an id of theirs was asked for by one who may not see them. */
  unseen?: string[];
  /** Ids that were asked for, as they were given, sorted, each once; left out where there were none. */
  asked?: string[];
  outcome: AccessOutcome;
  /** Subgraphs; in a subgraph's own log, itself. */
  coverage: { asked: string[]; answered: string[] };
  /** Network address of a caller without a token; of IPv6 its network of 64 bits. Of others none is kept. */
  address?: string;
  /** How many attempts of the address the entry stands for, of which it shows the last. @default 1 */
  count?: number;
  /** ISO instant of the first of these. */
  since?: string;
}

/** An access as it is handed in. */
export type NewAccess = Omit<AccessEntry, 'kind' | 'recorder' | 'count' | 'since'>;

/** What is common to the raising and the closing of a break-glass alert. */
interface AlertEntry extends Omit<Caller, 'scopes'> {
  recorder: string;
  requestId: string;
  /** `alert:…` */
  alert: string;
}

/** A person broke the glass. */
export interface AlertRaised extends AlertEntry {
  kind: 'ALERT_RAISED';
  reason: string;
  /** ISO instant at which the window ends. */
  until: string;
}

/** A privacy officer looked into an alert and closed it. */
export interface AlertClosed extends AlertEntry {
  kind: 'ALERT_CLOSED';
  finding: string;
}
