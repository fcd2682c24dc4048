import { registerEnumType } from 'type-graphql';

/** What a rule of a procedure limits. */
export enum ProcedureRuleCode {
  TRANSFER_IN_CONFERENCE = 'TRANSFER_IN_CONFERENCE',
  INFORMATION_ON_UNPLANNED_MOVE = 'INFORMATION_ON_UNPLANNED_MOVE',
  EMERGENCY_PLACEMENT_NOTICE = 'EMERGENCY_PLACEMENT_NOTICE',
  RETURN_INTERVIEW = 'RETURN_INTERVIEW',
  HOUSING_NOTICE = 'HOUSING_NOTICE',
}

registerEnumType(ProcedureRuleCode, {
  name: 'ProcedureRuleCode',
  description: 'What a rule of a procedure limits.',
  valuesConfig: {
    TRANSFER_IN_CONFERENCE: {
      description: 'Until the receiving authority holds a conference on a child who moved with a protection plan.',
    },
    INFORMATION_ON_UNPLANNED_MOVE: {
      description: 'Until information on an unplanned move is shared and interim protection agreed.',
    },
    EMERGENCY_PLACEMENT_NOTICE: {
      description: 'Until the area authority has written notice of an emergency placement out of area.',
    },
    RETURN_INTERVIEW: { description: 'Until a child who was missing is offered an interview after the return.' },
    HOUSING_NOTICE: {
      description: 'Until the other housing authority has notice of a household placed in its district.',
    },
  },
});

/** The clock that a rule counts on. */
export enum ProcedureRuleUnit {
  WORKING_DAYS = 'WORKING_DAYS',
  CALENDAR_DAYS = 'CALENDAR_DAYS',
  HOURS = 'HOURS',
}

registerEnumType(ProcedureRuleUnit, {
  name: 'ProcedureRuleUnit',
  description: 'The clock that a rule counts on.',
  valuesConfig: {
    WORKING_DAYS: { description: 'Working days in England: Monday to Friday and no bank holiday.' },
    CALENDAR_DAYS: { description: 'Days of the calendar.' },
    HOURS: { description: 'Hours by the clock.' },
  },
});

/** What starts the clock of a rule. Areas differ in it, so it is part of the rule. */
export enum ProcedureRuleStart {
  NOTIFICATION = 'NOTIFICATION',
  WRITTEN_INFORMATION_RECEIVED = 'WRITTEN_INFORMATION_RECEIVED',
  REFERRAL_ACCEPTED = 'REFERRAL_ACCEPTED',
  AWARENESS = 'AWARENESS',
  PLACEMENT_START = 'PLACEMENT_START',
  RETURN = 'RETURN',
  ACCOMMODATION_AVAILABLE = 'ACCOMMODATION_AVAILABLE',
}

registerEnumType(ProcedureRuleStart, {
  name: 'ProcedureRuleStart',
  description: 'What starts the clock of a rule.',
  valuesConfig: {
    NOTIFICATION: { description: 'The receiving authority is notified.' },
    WRITTEN_INFORMATION_RECEIVED: { description: 'The receiving authority has the information in writing.' },
    REFERRAL_ACCEPTED: { description: 'The receiving authority accepts the referral.' },
    AWARENESS: { description: 'The originating authority becomes aware of the move.' },
    PLACEMENT_START: { description: 'The placement begins.' },
    RETURN: { description: 'The child returns or is found.' },
    ACCOMMODATION_AVAILABLE: { description: 'The accommodation is made available.' },
  },
});
