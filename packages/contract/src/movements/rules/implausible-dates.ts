import { fromDayNumber, isCalendarDay, toDayNumber } from '@hub/scalars';
import { todayInLondon } from '../../calendar/today';
import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { timeGoesBack } from './instants';
import { firstStep, type Movement } from './movement';
import type { MoveData, MovementEvent } from './movement-event';
import type { Refused } from './refusal';
import { booksReview } from './reviews';

/**
 * How many days before its notice a move, a placement or its discovery may lie: nine months. Notices come late, also by
 * months; with {@link MOST_DAYS_AHEAD} it makes less than a year, so that the wrong year is always found.
 */
export const MOST_DAYS_LATE = 270;
/** How many days after its notice a move or a placement may lie: three months, for what is planned. */
export const MOST_DAYS_AHEAD = 92;
/**
 * How many days before the notice a missing child may have returned, where the notice does not say since when it was missing:
 * three months. A notice that comes after the return is late already.
 */
export const MOST_DAYS_RETURNED = 92;

/** How many days before its notice a child may last have been seen: 25 years, the age by which one is no care leaver any more. */
const MOST_DAYS_UNSEEN = 25 * 366;

/**
 * How many days ahead a review may be agreed: 366, a year. Of a child who is looked after it is six months at most (regulation 33
 * of the Care Planning, Placement and Case Review (England) Regulations 2010); of a stay no source gives a number.
 */
export const MOST_DAYS_TO_REVIEW = 366;

/**
 * How many days after its notice a birth may be expected: 40 weeks, since the expected day is so long after the last period.
 *
 * Sources: https://patient.info/doctor/pregnancy-due-date-calculator (280 days from the first day of the last period), and
 * https://www.somersetft.nhs.uk/maternity-new/maternity/antenatal-care/your-estimated-due-date/ (from 37 to 42 weeks).
 */
export const MOST_DAYS_EXPECTED = 280;
/**
 * How many days before its notice a birth may have been expected: four weeks. By two weeks after that day a child is born; as
 * long again it may take until whoever gives the notice hears of it.
 */
export const MOST_DAYS_OVERDUE = 28;

/** A move as it is sent: when it is recorded plays no part, so that a message which waited is judged as it was at home. */
type Sent = Pick<MovementEvent, 'move' | 'occurredAt' | 'data'>;

type DayOfNotice =
  'movedOn' | 'placementStartsOn' | 'accommodationAvailableOn' | 'becameAwareAt' | 'lastSeenOn' | 'nextVisitOn';

/** Days of a notice, with how many days before and after it each may lie. What has happened by then lies not after it. */
const DAYS_OF_NOTICE: readonly {
  field: keyof MoveData & DayOfNotice;
  /** @default {@link MOST_DAYS_LATE} */
  late?: number;
  ahead: (data: MoveData) => number;
}[] = [
  { field: 'movedOn', ahead: ({ category }) => (category === MovementCategory.MISSING ? 0 : MOST_DAYS_AHEAD) },
  { field: 'placementStartsOn', ahead: () => MOST_DAYS_AHEAD },
  { field: 'accommodationAvailableOn', ahead: () => 0 },
  { field: 'becameAwareAt', ahead: () => 0 },
  { field: 'lastSeenOn', late: MOST_DAYS_UNSEEN, ahead: () => 0 },
  { field: 'nextVisitOn', ahead: () => MOST_DAYS_AHEAD },
];

/**
 * Why dates of a move cannot be meant: too far from the notice, or before what they follow. What is no day or instant at all
 * is for {@link applyMove} to refuse.
 *
 * @param movement - as it is before the move; null before the notice
 */
export function implausibleDates(movement: Movement | null, event: Sent): Refused[] {
  const found = movement === null ? ofFirst(event) : ofStep(movement, event);
  return found.filter((refused) => refused !== null);
}

/**
 * Why a day lies not within others, or null.
 *
 * @param bounds - the first and the last day that may be meant, and what they lie around
 */
export function dayOutside(
  field: string,
  day: string,
  { from, until, around }: { from: string; until: string; around: string },
): Refused | null {
  if (day >= from && day <= until) return null;
  const message = `${field} is ${day}, and may be from ${from} to ${until}, ${around}. Compare it with its source.`;
  return { code: 'DATE_IMPLAUSIBLE', field, message };
}

/** A day so many days after another; before it, where there are fewer than none. Never beyond what can be written. */
export function daysFrom(day: string, days: number): string {
  const [first, last] = [toDayNumber('0001-01-01'), toDayNumber('9999-12-31')];
  return fromDayNumber(Math.min(Math.max(toDayNumber(day) + days, first), last));
}

/**
 * Why a birth cannot be expected on a day, or null.
 *
 * @param around - the day of the notice or of the arrival, as `YYYY-MM-DD`
 */
export function expectedOutside(expectedOn: string, around: string): Refused | null {
  const bounds = { from: daysFrom(around, -MOST_DAYS_OVERDUE), until: daysFrom(around, MOST_DAYS_EXPECTED) };
  const refused = dayOutside('expectedOn', expectedOn, { ...bounds, around: `around ${around}` });
  return refused && { ...refused, message: `${refused.message} Of a child who is born give the day of birth.` };
}

function ofFirst(event: Sent): (Refused | null)[] {
  return event.move === MovementMove.NOTIFY ? ofNotice(event, event) : [];
}

/** @param said - the notice, or what amends it: that may say what is planned by then */
function ofNotice(first: Pick<Sent, 'occurredAt' | 'data'>, said: Sent): (Refused | null)[] {
  const [notice, last] = [dayOf(first.occurredAt), dayOf(said.occurredAt)];
  if (notice === null || last === null) return [];
  const expectedOn = dayOf(said.data.expectedOn);
  const data = { ...first.data, ...said.data };
  const found = DAYS_OF_NOTICE.map(({ field, late = MOST_DAYS_LATE, ahead }) => {
    const day = dayOf(said.data[field]);
    const bounds = { from: daysFrom(notice, -late), until: daysFrom(last, ahead(data)) };
    return day === null ? null : dayOutside(field, day, { ...bounds, around: `around the notice of ${notice}` });
  });
  return [...found, expectedOn === null ? null : expectedOutside(expectedOn, notice), visitBeforeSeen(said.data, data)];
}

/** Whoever was visited has been seen: the next visit is due on that day or later. */
function visitBeforeSeen(said: MoveData, { lastSeenOn, nextVisitOn }: MoveData): Refused | null {
  const [seen, next] = [dayOf(lastSeenOn), dayOf(nextVisitOn)];
  const isSaid = said.lastSeenOn !== undefined || said.nextVisitOn !== undefined;
  if (!isSaid || seen === null || next === null || next >= seen) return null;
  const message = `The child was last seen on ${seen}, after the visit that is due on ${next}. Give the next one.`;
  return { code: 'DATE_IMPLAUSIBLE', field: 'nextVisitOn', message };
}

function ofStep(movement: Movement, event: Sent): (Refused | null)[] {
  if (event.move !== MovementMove.AMEND_NOTICE) return [ofFact(movement, event)];
  return ofNotice({ occurredAt: movement.history[0]!.at, data: movement.notice }, event);
}

function ofFact(movement: Movement, { move, occurredAt, data }: Sent): Refused | null {
  const day = dayOf(occurredAt);
  if (day === null) return null;
  const booked = booksReview(move) ? ofNextReview(day, dayOf(data.nextReviewOn)) : null;
  if (booked) return booked;
  const follows = (instant: string | undefined) =>
    instant === undefined ? null : timeGoesBack('occurredAt', occurredAt, instant);
  switch (move) {
    case MovementMove.RECORD_RETURN:
      return ofReturn(movement, dayOf(data.returnedAt));
    case MovementMove.RECORD_RETURN_HOME_INTERVIEW:
      return follows(firstStep(movement, MovementMove.RECORD_RETURN)?.event.data.returnedAt);
    case MovementMove.APPROVE_PLACEMENT:
      // In an emergency the host may have the care plan later.
      return movement.placement?.isEmergency === false
        ? follows(firstStep(movement, MovementMove.SHARE_INFORMATION)?.at)
        : null;
    case MovementMove.BOOK_CONFERENCE:
      return ofConference(movement, dayOf(occurredAt)!, dayOf(data.conferenceOn));
    case MovementMove.START_PLACEMENT:
      return follows(firstStep(movement, MovementMove.APPROVE_PLACEMENT)?.at);
    default:
      return null;
  }
}

/** A conference of a move is not before its notice; it may be over when its booking is recorded. */
function ofConference({ history }: Movement, booked: string, day: string | null): Refused | null {
  const from = todayInLondon(new Date(history[0]!.at));
  const bounds = { from, until: daysFrom(booked, MOST_DAYS_AHEAD), around: `around its booking on ${booked}` };
  return day === null ? null : dayOutside('conferenceOn', day, bounds);
}

/** A review is agreed for a later day, and within a year: so the wrong year is always found. */
function ofNextReview(day: string, next: string | null): Refused | null {
  const bounds = { from: daysFrom(day, 1), until: daysFrom(day, MOST_DAYS_TO_REVIEW), around: `after ${day}` };
  return next === null ? null : dayOutside('nextReviewOn', next, bounds);
}

function ofReturn({ history, notice: { movedOn } }: Movement, returned: string | null): Refused | null {
  const notice = todayInLondon(new Date(history[0]!.at));
  // A movement that was recorded before days were looked at may say anything.
  const missing = movedOn !== undefined && movedOn <= notice ? movedOn : null;
  const from = missing ?? daysFrom(notice, -MOST_DAYS_RETURNED);
  if (returned === null || returned >= from) return null;
  const known = missing ? 'the day since which the child was missing' : `three months before the notice of ${notice}`;
  const message = `returnedAt is ${returned}, before ${from}, ${known}. Compare it with its source.`;
  return { code: 'DATE_IMPLAUSIBLE', field: 'returnedAt', message };
}

/** The day in London of a day or an instant; null of what is neither. */
function dayOf(text: string | undefined): string | null {
  if (text === undefined || isCalendarDay(text)) return text ?? null;
  // 30 February would be read as a day in March.
  const instant = isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  const day = Number.isNaN(instant) ? '' : todayInLondon(new Date(instant));
  return isCalendarDay(day) ? day : null;
}
