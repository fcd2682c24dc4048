import { LearningParty } from '@hub/contract';
import { incidentTimeliness, toldOn } from './incident-timeliness';

const rules = { incidentRecipients: [LearningParty.EXECUTIVE_CHAIR, LearningParty.NHS], incidentWorkingDays: 5 };
const told = (incidentReference: string, ...days: string[]) =>
  days.map((sentOn, index) => ({ incidentReference, recipient: rules.incidentRecipients[index]!, sentOn }));

describe('how soon incidents were notified', () => {
  it('counts to the last of those who are to be told, and not before all were', () => {
    expect(toldOn('1', rules, told('1', '2025-05-02', '2025-05-07'))).toBe('2025-05-07');
    expect(toldOn('1', rules, told('1', '2025-05-02'))).toBeNull();
    expect(toldOn('1', null, told('1', '2025-05-02'))).toBeNull();
  });

  it('counts working days over Easter, to the day itself', () => {
    // Good Friday was 18 April 2025, Easter Monday the 21st: five working days after the 16th is the 25th.
    const incidents = Array.from({ length: 5 }, (_, index) => ({ reference: `${index}`, occurredOn: '2025-04-16' }));
    const notifications = (day: string) => incidents.flatMap(({ reference }) => told(reference, day, day));
    const shown = (day: string) => incidentTimeliness('2025-26', incidents, rules, notifications(day));
    expect(shown('2025-04-25')).toMatchObject({ inTime: 5, lateOrNotYet: null, medianWorkingDays: 5 });
    expect(shown('2025-04-28')).toMatchObject({ inTime: null, lateOrNotYet: 5 });
  });

  it('shows nothing of fewer than five, and nothing where no limit is set', () => {
    const incidents = [{ reference: '1', occurredOn: '2025-04-16' }];
    const few = incidentTimeliness('2025-26', incidents, rules, told('1', '2025-04-17', '2025-04-17'));
    expect(few).toMatchObject({ inTime: null, lateOrNotYet: null, total: null, medianWorkingDays: null });
    expect(incidentTimeliness('2025-26', incidents, null, [])).toMatchObject({ workingDaysAllowed: null, total: null });
  });
});
