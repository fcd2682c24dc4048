import { registerEnumType } from 'type-graphql';

export enum ProcedureRuleUnit {
  WORKING_DAYS = 'WORKING_DAYS',
  CALENDAR_DAYS = 'CALENDAR_DAYS',
  MONTHS = 'MONTHS',
  HOURS = 'HOURS',
}

registerEnumType(ProcedureRuleUnit, {
  name: 'ProcedureRuleUnit',
  description: 'The clock that a rule counts on.',
  valuesConfig: {
    WORKING_DAYS: { description: 'Working days in England: Monday to Friday and no bank holiday.' },
    CALENDAR_DAYS: { description: 'Days of the calendar.' },
    MONTHS: { description: 'Months: until the day of the same number, or the last of a month that has none.' },
    HOURS: { description: 'Hours by the clock.' },
  },
});
