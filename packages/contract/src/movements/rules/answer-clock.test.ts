import * as fc from 'fast-check';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { answerClock, isAnswerCode, type AwaitedAnswer } from './answer-clock';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';

const { ARRIVAL_ANSWER, CLAIM_ANSWER, ACKNOWLEDGEMENT } = ProcedureRuleCode;
const askedAt = '2026-03-02T10:00:00.000Z';
const asked = (more: Partial<AwaitedAnswer> = {}): AwaitedAnswer => ({
  ...{ code: ARRIVAL_ANSWER, askedAt, answeredAt: null, endedAt: null },
  ...more,
});
const rule = (more: Partial<ClockRule> = {}): ClockRule => ({
  ...{ id: 'rule', procedureId: MOVEMENT_PROCEDURE, code: ARRIVAL_ANSWER, amount: 2, countsStartDay: false },
  ...{ unit: ProcedureRuleUnit.WORKING_DAYS, startsAt: ProcedureRuleStart.ASKED, validFrom: null, validTo: null },
  ...more,
});
const at = (instant: string) => new Date(instant);

describe('the clock of an answer', () => {
  it('is not specified while no rule of the London procedures gives it a number, and nobody is late', () => {
    const of = [
      rule({ code: CLAIM_ANSWER }),
      rule({ procedureId: 'another' }),
      rule({ startsAt: ProcedureRuleStart.NOTIFICATION }),
    ];
    for (const rules of [[], of]) {
      expect(answerClock(asked(), rules, at('2027-01-01T00:00:00Z'))).toMatchObject({
        ...{ state: 'NOT_SPECIFIED', rule: null, startedAt: null, dueAt: null, metAt: null, lateBy: null },
      });
    }
  });

  it.each([
    ['runs until it is due', {}, '2026-03-03T12:00:00Z', 'RUNNING'],
    ['is late from then on', {}, '2026-03-06T12:00:00Z', 'LATE'],
    ['is met by an answer in time', { answeredAt: '2026-03-03T12:00:00.000Z' }, '2026-03-06T12:00:00Z', 'MET'],
    ['is late by a late one', { answeredAt: '2026-03-05T12:00:00.000Z' }, '2026-03-06T12:00:00Z', 'LATE'],
    ['stops once none is wanted', { endedAt: '2026-03-03T12:00:00.000Z' }, '2026-03-06T12:00:00Z', 'STOPPED'],
  ])('%s', (_, more, now, state) => {
    expect(answerClock(asked(more), [rule()], at(now))).toMatchObject({
      state,
      startedAt: askedAt,
      dueOn: '2026-03-04',
    });
  });

  it('keeps the rule of the day on which the authority was asked: a later rule starts it neither again nor at last', () => {
    const later = rule({ id: 'later', amount: 9, validFrom: '2026-03-03' });
    const now = at('2026-03-10T12:00:00Z');
    expect(answerClock(asked(), [rule({ validTo: '2026-03-02' }), later], now)).toMatchObject({ rule: 'rule' });
    expect(answerClock(asked(), [later], now)).toMatchObject({ state: 'NOT_SPECIFIED' });
  });

  it('is started once and due once, whatever happens after, and whenever one looks', () => {
    const instant = fc
      .integer({ min: 0, max: 40_000 })
      .map((minutes) => new Date(Date.parse(askedAt) + minutes * 60_000));
    const maybe = fc.option(instant.map((date) => date.toISOString()));
    fc.assert(
      fc.property(maybe, maybe, instant, (answeredAt, endedAt, now) => {
        const before = answerClock(asked(), [rule()], at(askedAt));
        const after = answerClock(asked({ answeredAt, endedAt }), [rule()], now);
        expect([after.startedAt, after.dueAt, after.rule]).toEqual([before.startedAt, before.dueAt, before.rule]);
        expect(after.metAt !== null && after.stoppedAt !== null).toBe(false);
      }),
    );
  });

  it('is of arrivals and claims alone', () => {
    expect(Object.values(ProcedureRuleCode).filter(isAnswerCode)).toEqual([ARRIVAL_ANSWER, CLAIM_ANSWER]);
    expect(isAnswerCode(ACKNOWLEDGEMENT)).toBe(false);
  });
});
