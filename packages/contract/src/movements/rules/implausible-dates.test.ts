import * as fc from 'fast-check';
import { REDBRIDGE, eventOf, noticeOf, played, type SentMove } from '../../../../../test/support/movement-story';
import { MovementPlanning } from '../movement-planning';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { daysFrom, implausibleDates, MOST_DAYS_AHEAD, MOST_DAYS_LATE } from './implausible-dates';
import type { MoveData } from './movement-event';

const AT = '2026-11-27T10:00:00.000Z';
const ofNotice = (category: Parameters<typeof noticeOf>[0], data: MoveData, at = AT) =>
  implausibleDates(null, eventOf(noticeOf(category, at, data)));
const ofStep = (before: SentMove[], step: SentMove) => implausibleDates(played(...before), eventOf(step));

describe('dates of a notice', () => {
  it.each<[string, Parameters<typeof noticeOf>[0], MoveData, string]>([
    ['a move in 1900', 'CHILD_IN_NEED_PLAN', { movedOn: '1900-01-01' }, 'movedOn'],
    [
      'a placement of ten years ago',
      'LOOKED_AFTER_PLACEMENT',
      { placementStartsOn: '2016-11-26' },
      'placementStartsOn',
    ],
    ['a placement of next year', 'LOOKED_AFTER_PLACEMENT', { placementStartsOn: '2027-11-26' }, 'placementStartsOn'],
    [
      'accommodation of the year before',
      'HOMELESSNESS_TEMPORARY_ACCOMMODATION',
      { accommodationAvailableOn: '2025-11-20' },
      'accommodationAvailableOn',
    ],
    [
      'accommodation after the notice of it',
      'HOMELESSNESS_TEMPORARY_ACCOMMODATION',
      { accommodationAvailableOn: '2026-11-28' },
      'accommodationAvailableOn',
    ],
    ['a child that will be missing', 'MISSING', { movedOn: '2026-11-28' }, 'movedOn'],
    [
      'a move found out ten years ago',
      'CHILD_PROTECTION_PLAN',
      { planning: MovementPlanning.UNPLANNED, becameAwareAt: '2016-11-27T09:00:00.000Z' },
      'becameAwareAt',
    ],
  ])('cannot be meant: %s', (_, category, data, field) => {
    expect(ofNotice(category, data)).toEqual([
      { code: 'DATE_IMPLAUSIBLE', field, message: expect.stringMatching(/around the notice of 2026-11-27.*source/) },
    ]);
  });

  it.each<[string, Parameters<typeof noticeOf>[0], MoveData]>([
    ['a move that is planned', 'CHILD_IN_NEED_PLAN', { movedOn: '2027-02-27' }],
    [
      'a placement of which the host was told months late',
      'LOOKED_AFTER_PLACEMENT',
      { placementStartsOn: '2026-03-02' },
    ],
    ['a day that is none, which the procedure refuses', 'CHILD_IN_NEED_PLAN', { movedOn: '2025-02-30' }],
  ])('can be meant: %s', (_, category, data) => {
    expect(ofNotice(category, data)).toEqual([]);
  });

  it('are all found where only the year is wrong, whichever day that can be meant was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MOST_DAYS_LATE, max: MOST_DAYS_AHEAD }),
        fc.constantFrom(-10, -1, 1, 10),
        (days, years) => {
          const meant = daysFrom('2026-11-27', days);
          const typed = `${Number(meant.slice(0, 4)) + years}${meant.slice(4)}`;
          fc.pre(!meant.endsWith('02-29'));
          expect(ofNotice('CHILD_IN_NEED_PLAN', { movedOn: typed })).toHaveLength(1);
        },
      ),
    );
  });

  it('are judged by the notice, however long it was on its way', () => {
    const notice = noticeOf('CHILD_IN_NEED_PLAN', AT, { movedOn: '2026-03-05' });
    const late = { ...notice, recordedAt: '2027-11-27T10:00:00.000Z' };
    expect(implausibleDates(null, eventOf(late))).toEqual(implausibleDates(null, eventOf(notice)));
  });
});

describe('dates of a step', () => {
  const returned = (returnedAt: string): SentMove => ({ move: 'RECORD_RETURN', at: AT, data: { returnedAt } });

  it('of a return are not before the child was missing, as far as the notice says', () => {
    const since = noticeOf('MISSING', '2026-11-26T10:00:00.000Z', { movedOn: '2026-11-24' });
    const unsaid = noticeOf('MISSING', '2026-11-26T10:00:00.000Z');
    const implausible = [{ code: 'DATE_IMPLAUSIBLE', field: 'returnedAt', message: expect.stringContaining('source') }];
    expect(ofStep([since], returned('2026-11-23T10:00:00.000Z'))).toEqual(implausible);
    expect(ofStep([since], returned('2026-11-24T10:00:00.000Z'))).toEqual([]);
    expect(ofStep([unsaid], returned('2023-11-25T10:00:00.000Z'))).toEqual(implausible);
    expect(ofStep([unsaid], returned('2026-11-20T10:00:00.000Z'))).toEqual([]);
  });

  it('of an interview are not before the return', () => {
    const story = [noticeOf('MISSING', '2026-11-20T10:00:00.000Z'), returned('2026-11-25T10:00:00.000Z')];
    const interview = (at: string): SentMove => ({ move: 'RECORD_RETURN_HOME_INTERVIEW', at });
    expect(ofStep(story, interview('2026-11-24T10:00:00.000Z'))).toMatchObject([
      { code: 'TIME_GOES_BACK', field: 'occurredAt' },
    ]);
    expect(ofStep(story, interview('2026-11-25T12:00:00.000Z'))).toEqual([]);
  });

  it('of an approval are not before the host had the care plan, nor of a beginning before the approval', () => {
    const placement = noticeOf('LOOKED_AFTER_PLACEMENT', '2026-11-20T10:00:00.000Z', {
      ...{ distance: PlacementDistance.AT_A_DISTANCE, isEmergency: false, placementStartsOn: '2026-11-30' },
    });
    const shared: SentMove = { move: 'SHARE_INFORMATION', at: '2026-11-22T10:00:00.000Z' };
    const approved = (at: string): SentMove => ({
      ...{ move: 'APPROVE_PLACEMENT', at },
      data: { approver: PlacementApprover.DIRECTOR_OF_CHILDRENS_SERVICES },
    });
    const back = [{ code: 'TIME_GOES_BACK', field: 'occurredAt' }];
    expect(ofStep([placement, shared], approved('2026-11-21T10:00:00.000Z'))).toMatchObject(back);
    expect(ofStep([placement, shared], approved('2026-11-23T10:00:00.000Z'))).toEqual([]);
    const story = [placement, shared, approved('2026-11-23T10:00:00.000Z')];
    expect(ofStep(story, { move: 'START_PLACEMENT', at: '2026-11-22T12:00:00.000Z' })).toMatchObject(back);
    expect(ofStep(story, { move: 'ESCALATE', by: REDBRIDGE, at: '2026-11-22T12:00:00.000Z' })).toEqual([]);
  });
});
