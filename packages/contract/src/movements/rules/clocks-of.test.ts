import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { REDBRIDGE, noticeOf, played, type SentMove } from '../../../../../test/support/movement-story';
import { MovementPlanning } from '../movement-planning';
import { MovementPermanence } from '../movement-permanence';
import { PlacementDistance } from '../placement-distance';
import { ProcedureRuleCode as Code } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart as Start } from '../../procedures/procedure-rule-start';
import { BANK_HOLIDAYS_TO } from '../../calendar/bank-holidays';
import { ProcedureRuleUnit as Unit } from '../../procedures/procedure-rule-unit';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';
import { clocksOf } from './clocks-of';
import { dueOf } from './due-of';
import type { Movement } from './movement';

const rule = (code: Code, amount: number, unit: Unit, startsAt: Start, more: Partial<ClockRule> = {}): ClockRule => ({
  id: `${code}:${amount}`,
  procedureId: MOVEMENT_PROCEDURE,
  code,
  amount,
  unit,
  startsAt,
  countsStartDay: false,
  validFrom: '2022-09-30',
  validTo: null,
  ...more,
});
const conference = rule(Code.TRANSFER_IN_CONFERENCE, 15, Unit.WORKING_DAYS, Start.NOTIFICATION);
const information = rule(Code.INFORMATION_ON_UNPLANNED_MOVE, 24, Unit.HOURS, Start.AWARENESS);
const emergency = rule(Code.EMERGENCY_PLACEMENT_NOTICE, 5, Unit.WORKING_DAYS, Start.PLACEMENT_START, {
  validFrom: '2013',
});
const interview = rule(Code.RETURN_HOME_INTERVIEW, 72, Unit.HOURS, Start.RETURN, { validFrom: null });
const housing = rule(Code.HOUSING_NOTICE, 14, Unit.CALENDAR_DAYS, Start.ACCOMMODATION_AVAILABLE, {
  validFrom: '1996',
  countsStartDay: true,
});
const RULES = [conference, information, emergency, interview, housing];
const hour = 3_600_000;
const AFTERWARDS = `${fromDayNumber(toDayNumber(BANK_HOLIDAYS_TO) + 60)}T00:00:00Z`;

function clock(movement: Movement, code: Code, now: string, rules: readonly ClockRule[] = RULES) {
  return clocksOf(movement, rules, new Date(now)).find((one) => one.code === code);
}

describe('a limit is due', () => {
  it.each<[string, ClockRule, string, string, string]>([
    [
      '15 working days from 23 March 2026, over Easter: at the end of 15 April',
      conference,
      '2026-03-23T16:00:00Z',
      '2026-04-15T23:00:00.000Z',
      '2026-04-15',
    ],
    [
      '15 working days from Christmas Eve 2026, over three bank holidays: at the end of 19 January',
      conference,
      '2026-12-24T09:00:00Z',
      '2027-01-20T00:00:00.000Z',
      '2027-01-19',
    ],
    [
      '15 working days from 23:30 UTC of 1 June, which is 2 June in London',
      conference,
      '2026-06-01T23:30:00Z',
      '2026-06-23T23:00:00.000Z',
      '2026-06-23',
    ],
    [
      '24 hours over the night on which clocks go forward: the same 24 hours',
      information,
      '2026-03-28T18:00:00Z',
      '2026-03-29T18:00:00.000Z',
      '2026-03-29',
    ],
    [
      '72 hours over the night on which clocks go back',
      interview,
      '2026-10-24T08:00:00Z',
      '2026-10-27T08:00:00.000Z',
      '2026-10-27',
    ],
    [
      '14 days, the first counted, from 23 March 2026: at the end of 5 April, an hour earlier by UTC',
      housing,
      '2026-03-23T00:00:00Z',
      '2026-04-05T23:00:00.000Z',
      '2026-04-05',
    ],
    [
      '5 working days, the first counted, from a Monday: at the end of the Friday',
      { ...emergency, countsStartDay: true },
      '2026-03-09T09:00:00Z',
      '2026-03-14T00:00:00.000Z',
      '2026-03-13',
    ],
    [
      '5 working days, the first counted, from a Sunday, which is not a working day to count',
      { ...emergency, countsStartDay: true },
      '2026-03-08T09:00:00Z',
      '2026-03-14T00:00:00.000Z',
      '2026-03-13',
    ],
  ])('%s', (_, limit, from, at, on) => {
    expect(dueOf(limit, from)).toEqual({ at, on, unknownBecause: null });
  });
});

describe('the last day on which a limit can be met', () => {
  it('is the day that a limit of hours ends on in London, also where that is another day in UTC', () => {
    expect(dueOf(interview, '2026-06-01T23:30:00Z')).toMatchObject({
      at: '2026-06-04T23:30:00.000Z',
      on: '2026-06-05',
    });
  });
});

describe('a limit that nobody can compute', () => {
  const placed = (on: string, at = '2026-11-27T10:00:00Z') =>
    played(
      noticeOf('LOOKED_AFTER_PLACEMENT', at, {
        ...{ distance: PlacementDistance.AT_A_DISTANCE, isEmergency: true, placementStartsOn: on },
      }),
    );

  it.each([
    ['starts before the first day whose bank holidays are known', placed('2016-11-26'), '2026-12-01T00:00:00Z'],
    ['ends after the last one', placed(BANK_HOLIDAYS_TO, `${BANK_HOLIDAYS_TO}T10:00:00Z`), AFTERWARDS],
  ])('%s is not known, and says why: neither late nor met', (_, movement, now) => {
    expect(clock(movement, Code.EMERGENCY_PLACEMENT_NOTICE, now)).toMatchObject({
      ...{ rule: emergency.id, state: 'NOT_KNOWN', dueAt: null, lateBy: null, metAt: movement.since },
      unknownBecause: expect.stringContaining(`Bank holidays are known from 2019-01-01 to ${BANK_HOLIDAYS_TO} alone`),
    });
  });

  it('stays not known where the movement has ended', () => {
    const [morning, noon] = [`${BANK_HOLIDAYS_TO}T10:00:00Z`, `${BANK_HOLIDAYS_TO}T12:00:00Z`];
    const withdrawn = played(noticeOf('CHILD_PROTECTION_PLAN', morning), { move: 'WITHDRAW', at: noon });
    expect(clock(withdrawn, Code.TRANSFER_IN_CONFERENCE, AFTERWARDS)).toMatchObject({
      ...{ state: 'NOT_KNOWN', startedAt: morning, dueAt: null },
    });
  });

  it('is of no unit and no number that makes a clock fail', () => {
    const anyDay = fc.integer({ min: toDayNumber('0001-01-01'), max: toDayNumber('9999-12-31') }).map(fromDayNumber);
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.constantFrom(...Object.values(Unit)),
        fc.boolean(),
        (day, amount, unit, countsStartDay) => {
          const due = dueOf({ amount, unit, countsStartDay }, `${day}T00:00:00.000Z`);
          expect((due.at === null) !== (due.unknownBecause === null)).toBe(true);
        },
      ),
    );
    const absurd = rule(Code.ACKNOWLEDGEMENT, 2 ** 31 - 1, Unit.CALENDAR_DAYS, Start.NOTIFICATION);
    const movement = played(noticeOf('MISSING', '2026-10-23T08:00:00Z'));
    expect(clock(movement, Code.ACKNOWLEDGEMENT, '2026-10-24T08:00:00Z', [absurd])).toMatchObject({
      ...{ state: 'NOT_KNOWN', unknownBecause: expect.stringContaining('the year 9999') },
    });
  });
});

describe('the conference on a child with a protection plan', () => {
  const notice = noticeOf('CHILD_PROTECTION_PLAN', '2026-03-23T10:00:00Z');
  const shared: SentMove = { move: 'SHARE_INFORMATION', at: '2026-03-24T10:00:00Z' };
  const accepted: SentMove = { move: 'ACCEPT', by: REDBRIDGE, at: '2026-03-25T10:00:00Z' };
  const held = (at: string): SentMove => ({ move: 'HOLD_CONFERENCE', by: REDBRIDGE, at });
  const { TRANSFER_IN_CONFERENCE } = Code;

  it('is waited for until the midnight that ends the fifteenth working day, and is late from then on', () => {
    const movement = played(notice);
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-15T22:59:00Z')).toMatchObject({
      rule: conference.id,
      state: 'RUNNING',
      lateBy: null,
    });
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-16T03:00:00Z')).toMatchObject({
      state: 'LATE',
      metAt: null,
      lateBy: 4 * hour,
    });
  });

  it('is met in time, or met and late, for ever after', () => {
    const inTime = played(notice, shared, accepted, held('2026-04-15T15:00:00Z'));
    expect(clock(inTime, TRANSFER_IN_CONFERENCE, '2027-01-01T00:00:00Z')).toMatchObject({ state: 'MET', lateBy: null });
    const late = played(notice, shared, accepted, held('2026-04-16T09:00:00Z'));
    expect(clock(late, TRANSFER_IN_CONFERENCE, '2027-01-01T00:00:00Z')).toMatchObject({
      state: 'LATE',
      lateBy: 10 * hour,
    });
    expect(clock(late, TRANSFER_IN_CONFERENCE, '2026-04-10T09:00:00Z')).toMatchObject({
      state: 'RUNNING',
      metAt: null,
    });
  });

  it('stops when the notice is withdrawn before it is due', () => {
    const withdrawn = played(notice, { move: 'WITHDRAW', at: '2026-04-01T10:00:00Z' });
    expect(clock(withdrawn, TRANSFER_IN_CONFERENCE, '2026-06-01T00:00:00Z')).toMatchObject({ state: 'STOPPED' });
  });

  it('counts from when the hub had the notice, while the destination could not have it', () => {
    const movement = played({ ...notice, recordedAt: '2026-03-25T10:00:00Z' });
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-01T00:00:00Z')?.startedAt).toBe('2026-03-25T10:00:00Z');
  });

  it('is not waited for while the stay is temporary, and from the day that it becomes permanent', () => {
    const temporary = noticeOf('CHILD_PROTECTION_PLAN', '2026-03-02T10:00:00Z', {
      permanence: MovementPermanence.TEMPORARY,
    });
    const agreed: SentMove = { move: 'AGREE_TEMPORARY_STAY', by: REDBRIDGE, at: '2026-03-03T10:00:00Z' };
    expect(clock(played(temporary, agreed), TRANSFER_IN_CONFERENCE, '2026-03-04T00:00:00Z')).toBeUndefined();
    const lasting = played(temporary, agreed, { move: 'BECOME_PERMANENT', at: '2026-03-23T10:00:00Z' });
    expect(clock(lasting, TRANSFER_IN_CONFERENCE, '2026-03-24T00:00:00Z')).toMatchObject({
      startedAt: '2026-03-23T10:00:00Z',
      dueAt: '2026-04-15T23:00:00.000Z',
    });
  });
});

describe('the rule of a clock', () => {
  const { TRANSFER_IN_CONFERENCE } = Code;
  const movement = played(noticeOf('CHILD_PROTECTION_PLAN', '2026-03-30T10:00:00Z'), {
    move: 'SHARE_INFORMATION',
    at: '2026-04-02T10:00:00Z',
  });
  const fromInformation = rule(TRANSFER_IN_CONFERENCE, 10, Unit.WORKING_DAYS, Start.WRITTEN_INFORMATION_RECEIVED, {
    validFrom: '2026-04',
  });

  it('is the one in force on the day it starts, also once another is', () => {
    const rules = [fromInformation, conference];
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-03T00:00:00Z', rules)?.rule).toBe(conference.id);
  });

  it('is the later of two that are valid, and each is as wide as its dates can mean', () => {
    const march = { ...fromInformation, validFrom: '2026-03' };
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-01T00:00:00Z', [conference, march])).toMatchObject({
      rule: march.id,
      state: 'NOT_STARTED',
      dueAt: null,
    });
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-03T00:00:00Z', [conference, march])).toMatchObject({
      rule: march.id,
      startedAt: '2026-04-02T10:00:00Z',
    });
  });

  it('is never that of another protocol, which limits the like for a purpose of its own', () => {
    const foreign = { ...fromInformation, validFrom: '2026-03', procedureId: 'lambeth-protocol' };
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-01T00:00:00Z', [conference, foreign])?.rule).toBe(
      conference.id,
    );
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-04-01T00:00:00Z', [foreign])?.state).toBe('NOT_SPECIFIED');
  });

  it('is none where none was in force when it started, and then there is no number', () => {
    const later = { ...conference, validFrom: '2026-04-01' };
    expect(clock(movement, TRANSFER_IN_CONFERENCE, '2026-05-01T00:00:00Z', [later])).toEqual({
      code: TRANSFER_IN_CONFERENCE,
      rule: null,
      startedAt: null,
      dueAt: null,
      dueOn: null,
      metAt: null,
      state: 'NOT_SPECIFIED',
      lateBy: null,
      unknownBecause: null,
      stoppedAt: null,
    });
  });

  it('of an acknowledgement is not in any source: none until one is recorded', () => {
    expect(clock(movement, Code.ACKNOWLEDGEMENT, '2026-05-01T00:00:00Z')?.state).toBe('NOT_SPECIFIED');
    const recorded = rule(Code.ACKNOWLEDGEMENT, 1, Unit.WORKING_DAYS, Start.NOTIFICATION);
    expect(clock(movement, Code.ACKNOWLEDGEMENT, '2026-05-01T00:00:00Z', [recorded])?.state).toBe('LATE');
  });

  it('of a protection plan is not that of a plan of need, the number of which was not read', () => {
    const inNeed = played(noticeOf('CHILD_IN_NEED_PLAN', '2026-03-30T10:00:00Z'));
    expect(clock(inNeed, TRANSFER_IN_CONFERENCE, '2026-05-01T00:00:00Z')).toMatchObject({
      state: 'NOT_SPECIFIED',
      dueAt: null,
    });
    expect(
      clock(played(noticeOf('EARLY_HELP', '2026-03-30T10:00:00Z')), TRANSFER_IN_CONFERENCE, '2026-05-01T00:00:00Z'),
    ).toBeUndefined();
  });
});

describe('other limits', () => {
  it('give 24 hours for information, from when an unplanned move became known, and none for a planned one', () => {
    const found = noticeOf('CHILD_PROTECTION_PLAN', '2026-03-29T12:00:00Z', {
      planning: MovementPlanning.UNPLANNED,
      becameAwareAt: '2026-03-28T18:00:00Z',
    });
    const shared = played(found, { move: 'SHARE_INFORMATION', at: '2026-03-29T18:00:00Z' });
    expect(clock(shared, Code.INFORMATION_ON_UNPLANNED_MOVE, '2026-05-01T00:00:00Z')).toMatchObject({ state: 'MET' });
    const planned = played(noticeOf('CHILD_PROTECTION_PLAN', '2026-03-29T12:00:00Z'));
    expect(clock(planned, Code.INFORMATION_ON_UNPLANNED_MOVE, '2026-05-01T00:00:00Z')).toBeUndefined();
  });

  it('give 5 working days for the written notice of an emergency placement', () => {
    const placed = (on: string) =>
      played(
        noticeOf('LOOKED_AFTER_PLACEMENT', '2026-04-13T10:00:00Z', {
          distance: PlacementDistance.AT_A_DISTANCE,
          isEmergency: true,
          placementStartsOn: on,
        }),
      );
    expect(clock(placed('2026-04-02'), Code.EMERGENCY_PLACEMENT_NOTICE, '2026-05-01T00:00:00Z')).toMatchObject({
      dueAt: '2026-04-13T23:00:00.000Z',
      state: 'MET',
    });
    expect(clock(placed('2026-04-01'), Code.EMERGENCY_PLACEMENT_NOTICE, '2026-05-01T00:00:00Z')?.state).toBe('LATE');
  });

  it('give 72 hours for the interview, from the return and not from when it is told', () => {
    const found = played(noticeOf('MISSING', '2026-10-23T08:00:00Z'), {
      move: 'RECORD_RETURN',
      at: '2026-10-25T08:00:00Z',
      data: { returnedAt: '2026-10-24T08:00:00Z' },
    });
    expect(clock(found, Code.RETURN_HOME_INTERVIEW, '2026-10-27T09:00:00Z')).toMatchObject({
      state: 'LATE',
      lateBy: hour,
    });
    const missing = played(noticeOf('MISSING', '2026-10-23T08:00:00Z'));
    expect(clock(missing, Code.RETURN_HOME_INTERVIEW, '2026-10-27T09:00:00Z')?.state).toBe('NOT_STARTED');
  });

  it('give 14 days for a housing notice, the first day counted', () => {
    const housed = (at: string) =>
      played(noticeOf('HOMELESSNESS_TEMPORARY_ACCOMMODATION', at, { accommodationAvailableOn: '2026-03-23' }));
    expect(clock(housed('2026-04-05T22:30:00Z'), Code.HOUSING_NOTICE, '2026-05-01T00:00:00Z')?.state).toBe('MET');
    expect(clock(housed('2026-04-05T23:30:00Z'), Code.HOUSING_NOTICE, '2026-05-01T00:00:00Z')).toMatchObject({
      state: 'LATE',
      lateBy: hour / 2,
    });
  });
});
