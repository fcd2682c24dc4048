import { registerEnumType } from 'type-graphql';

/** What starts the clock of a rule. Areas differ in it, so it is part of the rule. */
export enum ProcedureRuleStart {
  NOTIFICATION = 'NOTIFICATION',
  WRITTEN_INFORMATION_RECEIVED = 'WRITTEN_INFORMATION_RECEIVED',
  REFERRAL_ACCEPTED = 'REFERRAL_ACCEPTED',
  AWARENESS = 'AWARENESS',
  PLACEMENT_START = 'PLACEMENT_START',
  RETURN = 'RETURN',
  ACCOMMODATION_AVAILABLE = 'ACCOMMODATION_AVAILABLE',
  REVIEW = 'REVIEW',
  ASKED = 'ASKED',
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
    REVIEW: { description: 'The stay or placement is reviewed.' },
    ASKED: { description: 'The authority is asked for an answer.' },
  },
});
