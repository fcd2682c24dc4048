import { AgendaItemKind, ObligationRecordKind, SignOffRule, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import type { Facts } from '../facts/facts';
import { demonstrationAgenda, demonstrationPapers } from './demonstration-agenda';
import { demonstrationAttendance } from './demonstration-attendance';
import { type DemonstrationDay, demonstrationDays, referenceOf } from './demonstration-days';
import { meetingIdOf } from './meeting-record';

/** Minutes of the last months: those of the latest meeting are not published yet. */
const MINUTES_SINCE = '2026-04-01';
const [APPROVED_AFTER, PUBLISHED_AFTER] = [14, 21];

/** The meetings that were held. */
export function heldMeetings(facts: Facts): DemonstrationDay[] {
  return demonstrationDays(facts).filter(({ isHeld, day }) => isHeld && day <= DEMONSTRATION_UNTIL);
}

/** Whether the minutes of a demonstration meeting are published. */
export function hasMinutes({ day }: DemonstrationDay, { obligations, termsOfReference }: Facts): boolean {
  const isAsked =
    termsOfReference.minutesSignOff !== SignOffRule.NOT_SPECIFIED ||
    obligations.some(({ judgedBy }) => 'records' in judgedBy && judgedBy.records === ObligationRecordKind.MINUTES);
  return isAsked && MINUTES_SINCE <= day && plusDays(day, PUBLISHED_AFTER) <= DEMONSTRATION_UNTIL;
}

/** Meetings of every body whose frequency is stated, with who came, the items and the minutes. */
export function demonstrationMeetings(owner: string, facts: Facts) {
  return heldMeetings(facts).map((one, place) => {
    const reference = referenceOf(one);
    const isPublished = hasMinutes(one, facts);
    return {
      ...{ id: meetingIdOf(owner, reference), reference, bodyId: one.body.id, heldOn: one.day },
      ...{ sectorsRepresented: null as never, attendees: demonstrationAttendance(one, place, facts) },
      ...{ agenda: demonstrationAgenda(one, facts), papersSentTo: demonstrationPapers(one) },
      minutesUrl: isPublished ? `https://example.org/${reference}/redacted-minutes` : null,
      minutesPublishedOn: isPublished ? plusDays(one.day, PUBLISHED_AFTER) : null,
      minutesApprovedOn: isPublished ? plusDays(one.day, APPROVED_AFTER) : null,
      isSynthetic: true,
    };
  });
}

/** Meetings of the months ahead. */
export function demonstrationSchedule(owner: string, facts: Facts) {
  return demonstrationDays(facts)
    .filter(({ day }) => day > DEMONSTRATION_UNTIL)
    .map((one) => {
      const reference = referenceOf(one);
      return {
        ...{ id: `${owner}-scheduled-meeting:${reference}`, reference, bodyId: one.body.id },
        ...{ scheduledFor: one.day, isSynthetic: true },
      };
    });
}

/** An item that a member asked to have on the agenda of each body's next meeting. */
export function demonstrationRequests(owner: string, facts: Facts) {
  const next = new Map(
    demonstrationSchedule(owner, facts)
      .toReversed()
      .map((one) => [one.bodyId, one]),
  );
  return [...next.values()].map(({ reference }) => ({
    ...{ id: `${owner}-agenda-request:${reference}`, meetingReference: reference, kind: AgendaItemKind.OTHER },
    title: 'Waiting times for children who are referred',
    ...{ requestedBy: facts.agencies[0]?.name ?? 'Member', requestedOn: '2026-10-20', isSynthetic: true },
  }));
}
