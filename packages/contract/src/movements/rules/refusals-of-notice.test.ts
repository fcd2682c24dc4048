import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { PlacementDistance } from '../placement-distance';
import { daysFrom, implausibleDates, MOST_DAYS_EXPECTED, MOST_DAYS_OVERDUE } from './implausible-dates';
import type { MoveData } from './movement-event';
import { refusalsOfNotice } from './refusals-of-notice';

const [LAMBETH, REDBRIDGE] = ['E09000022', 'E09000026'];
const DAY = '2026-03-09';
const { LOOKED_AFTER_PLACEMENT, CARE_LEAVER, MISSING } = MovementCategory;
const refused = (data: MoveData) =>
  refusalsOfNotice({ origin: LAMBETH!, destination: REDBRIDGE!, ...data }, DAY).map(({ code, field }) => [code, field]);

describe('a notice of an unborn child', () => {
  const expectedOn = daysFrom(DAY, 60);

  it('is taken of all that may be before a birth', () => {
    for (const category of Object.values(MovementCategory)) {
      const isOfBorn = [LOOKED_AFTER_PLACEMENT, CARE_LEAVER].includes(category);
      const data = { category, expectedOn, childPseudonym: 'p2:1:mother' };
      expect([category, refused(data)]).toEqual([category, isOfBorn ? [['NOT_BORN', 'category']] : []]);
    }
  });

  it('has no NHS number behind it', () => {
    expect(refused({ expectedOn, childPseudonym: 'p1:1:number' })).toEqual([['NOT_BORN', 'childPseudonym']]);
    expect(refused({ childPseudonym: 'p1:1:number' })).toEqual([]);
  });

  it('expects the birth within the weeks that a pregnancy lasts', () => {
    const occurredAt = `${DAY}T09:00:00.000Z`;
    const codesOn = (days: number) =>
      implausibleDates(null, { move: MovementMove.NOTIFY, occurredAt, data: { expectedOn: daysFrom(DAY, days) } });
    for (const days of [-MOST_DAYS_OVERDUE, 0, 60, MOST_DAYS_EXPECTED]) expect(codesOn(days)).toEqual([]);
    for (const days of [-MOST_DAYS_OVERDUE - 1, MOST_DAYS_EXPECTED + 1, 365]) {
      expect(codesOn(days)).toMatchObject([{ code: 'DATE_IMPLAUSIBLE', field: 'expectedOn' }]);
    }
  });
});

describe('a notice whose origin nobody knows', () => {
  const origin = 'UNKNOWN';

  it('is of a child whom somebody may take over, and of none whose origin stays responsible', () => {
    for (const category of Object.values(MovementCategory)) {
      const keeps = [LOOKED_AFTER_PLACEMENT, CARE_LEAVER, MISSING].includes(category);
      expect([category, refused({ category, origin })]).toEqual([category, keeps ? [['REQUIRED', 'origin']] : []]);
    }
  });

  it('is of no destination that nobody knows', () => {
    expect(refused({ destination: 'UNKNOWN' })).toEqual([['AUTHORITY_UNKNOWN', 'destination']]);
  });
});

describe('a placement abroad', () => {
  it('is at a distance, whichever side is abroad', () => {
    const near = { category: LOOKED_AFTER_PLACEMENT, distance: PlacementDistance.OUT_OF_AREA };
    for (const side of [{ origin: 'ABROAD:FR' }, { destination: 'ABROAD:IE' }]) {
      expect(refused({ ...near, ...side })).toEqual([['DISTANCE_WRONG', 'distance']]);
      expect(refused({ ...near, ...side, distance: PlacementDistance.AT_A_DISTANCE })).toEqual([]);
    }
  });
});
