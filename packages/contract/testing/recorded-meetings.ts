import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { QuorumResult } from '../src/governance/quorum-result';
import { ObligationRecordKind } from '../src/obligations/obligation-record-kind';
import type { MeetingShown } from '../src/obligations/rules/meeting-quorum';

const [FIRST, LAST] = [toDayNumber('2023-11-01'), toDayNumber('2026-04-30')];

/** Days around a leap day and several ends of months, quarters and years. */
export const day = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

/** Days on which meetings were held, in no order, and twice on one day too. */
export const meetingDays = fc.array(day, { maxLength: 14 });

/** Meetings as an evaluator is shown them. */
export function meetingsOn(days: readonly string[], more: Partial<MeetingShown> = {}): MeetingShown[] {
  return days.map((doneOn, index) => ({
    ...{ kind: ObligationRecordKind.MEETING, record: `meeting-${index}`, doneOn, isSynthetic: false },
    ...{ bodyId: 'executive', of: null, endsOn: null, dueOn: null, parts: [] },
    ...{ quorum: QuorumResult.QUORATE, missing: [], ...more },
  }));
}
