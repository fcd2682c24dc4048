import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { Sector } from '../src/governance/sector';
import { ObligationRecordKind } from '../src/obligations/obligation-record-kind';
import type { MeetingShown } from '../src/obligations/rules/meeting-quorum';

const [FIRST, LAST] = [toDayNumber('2023-11-01'), toDayNumber('2026-04-30')];

/** Days around a leap day and several ends of months, quarters and years. */
export const day = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

/** Days on which meetings were held, in no order, and twice on one day too. */
export const meetingDays = fc.array(day, { maxLength: 14 });

const seat = (sector: Sector, isStatutoryPartner: boolean) => ({ sector, isStatutoryPartner });

/** The seats of a body on which nobody else sits of the sectors of the three partners. */
export const STATUTORY_SEATS = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS].map((sector) => seat(sector, true));

/** The same with an NHS trust, which is no statutory partner, beside them. */
export const SEATS_WITH_A_TRUST = [...STATUTORY_SEATS, seat(Sector.NHS, false)];

/** Meetings as an evaluator is shown them. */
export function meetingsOn(days: readonly string[], more: Partial<MeetingShown> = {}): MeetingShown[] {
  return days.map((doneOn, index) => ({
    ...{ kind: ObligationRecordKind.MEETING, record: `meeting-${index}`, doneOn, isSynthetic: false },
    ...{ bodyId: 'executive', of: null, endsOn: null, dueOn: null, parts: [] },
    ...{ sectorsRepresented: [], seats: STATUTORY_SEATS, ...more },
  }));
}
