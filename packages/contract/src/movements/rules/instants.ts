import { isCalendarDay } from '@hub/scalars';
import type { MoveData, MovementEvent } from './movement-event';
import { refuse, type MoveRefusal } from './refusal';

/** How far the clocks of two systems may differ, in milliseconds: as far as for tokens. */
const TOLERANCE = 30_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;
const INSTANTS = ['becameAwareAt', 'returnedAt'] as const satisfies readonly (keyof MoveData)[];
const DAYS = [
  'placementStartsOn',
  'accommodationAvailableOn',
  'movedOn',
  'expectedOn',
  'lastSeenOn',
  'nextVisitOn',
  'conferenceOn',
  'nextReviewOn',
] as const satisfies readonly (keyof MoveData)[];

function isInstant(text: string): boolean {
  // 30 February is read as a day in March.
  return INSTANT.test(text) && new Date(text).getUTCDate() === Number(text.slice(8, 10));
}

/** The later of two instants. */
export function later(one: string, other: string): string {
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/** Why an event's dates cannot be: misspelt, or of what has not happened yet. */
export function impossibleDate(event: MovementEvent): MoveRefusal | null {
  const instants: [string, string | undefined][] = [
    ['recordedAt', event.recordedAt],
    ['occurredAt', event.occurredAt],
    ...INSTANTS.map((field): [string, string | undefined] => [field, event.data[field]]),
  ];
  for (const [field, value] of instants) {
    if (value === undefined) continue;
    if (!isInstant(value)) {
      return refuse('NOT_AN_INSTANT', field, 'Give an instant in UTC, as 2026-03-09T10:00:00.000Z.');
    }
    if (Date.parse(value) > Date.parse(event.recordedAt) + TOLERANCE) {
      return refuse('IN_THE_FUTURE', field, 'Only what has happened is recorded. Give an instant that has passed.');
    }
  }
  const day = DAYS.find((field) => event.data[field] !== undefined && !isCalendarDay(event.data[field]));
  return day === undefined ? null : refuse('NOT_A_DAY', day, 'Give a day of the calendar, as 2026-03-31.');
}

/** Why an instant cannot follow another: it is earlier, by more than clocks differ. */
export function timeGoesBack(
  field: 'occurredAt' | 'recordedAt',
  instant: string,
  previous: string,
): MoveRefusal | null {
  return Date.parse(instant) < Date.parse(previous) - TOLERANCE
    ? refuse(
        'TIME_GOES_BACK',
        field,
        `It is earlier than what it follows, of ${previous}. Give the instant at which it happened.`,
      )
    : null;
}
