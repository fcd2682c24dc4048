import type { Seat } from '../../governance/seat';
import type { Sector } from '../../governance/sector';
import type { ObligationRecord } from '../obligation-record';
import type { ObligationRecordKind } from '../obligation-record-kind';

/** A record of what was done on one day. */
export interface DatedRecord extends ObligationRecord {
  /** A day as `YYYY-MM-DD`. */
  doneOn: string;
}

/** A meeting, with what of its body a quorum is judged by. */
export interface MeetingShown extends DatedRecord {
  bodyId: string;
  sectorsRepresented: readonly Sector[];
  /** The seats of the body that met. */
  seats: readonly Pick<Seat, 'sector' | 'isStatutoryPartner'>[];
}

/** A document, with when its review is due. */
export interface DocumentShown extends ObligationRecord {
  /** A partial date; null where nothing says when. */
  reviewDue: string | null;
}

/** A network that was supported from a day on, with the invitations of its chair. */
export interface InvitedNetwork extends DatedRecord {
  /** The day it ended, as `YYYY-MM-DD`; null while it goes on. */
  endedOn: string | null;
  invitations: readonly DatedRecord[];
}

/** What each kind of record tells an evaluator; in any order, those after the day asked about too. */
export interface RecordsByKind {
  [ObligationRecordKind.MEETING]: readonly MeetingShown[];
  [ObligationRecordKind.TERMS_OF_REFERENCE]: readonly DocumentShown[];
  [ObligationRecordKind.THRESHOLD_DOCUMENT]: readonly DocumentShown[];
  [ObligationRecordKind.NETWORK]: readonly InvitedNetwork[];
}

/** Those done up to the end of a day, the latest first. */
export function doneBy<Row extends DatedRecord>(records: readonly Row[], on: string): Row[] {
  return records
    .filter(({ doneOn }) => doneOn <= on)
    .sort((a, b) => (a.doneOn === b.doneOn ? (a.record < b.record ? 1 : -1) : a.doneOn < b.doneOn ? 1 : -1));
}
