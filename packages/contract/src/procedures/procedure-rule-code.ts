import { registerEnumType } from 'type-graphql';

export enum ProcedureRuleCode {
  TRANSFER_IN_CONFERENCE = 'TRANSFER_IN_CONFERENCE',
  INFORMATION_ON_UNPLANNED_MOVE = 'INFORMATION_ON_UNPLANNED_MOVE',
  EMERGENCY_PLACEMENT_NOTICE = 'EMERGENCY_PLACEMENT_NOTICE',
  RETURN_HOME_INTERVIEW = 'RETURN_HOME_INTERVIEW',
  HOUSING_NOTICE = 'HOUSING_NOTICE',
  STAY_REVIEW = 'STAY_REVIEW',
  PLACEMENT_REVIEW = 'PLACEMENT_REVIEW',
  ACKNOWLEDGEMENT = 'ACKNOWLEDGEMENT',
  ARRIVAL_ANSWER = 'ARRIVAL_ANSWER',
  CLAIM_ANSWER = 'CLAIM_ANSWER',
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
    RETURN_HOME_INTERVIEW: { description: 'Until a child who was missing is offered a return home interview.' },
    HOUSING_NOTICE: {
      description: 'Until the other housing authority has notice of a household placed in its district.',
    },
    STAY_REVIEW: {
      description: 'Until a stay that is agreed to be temporary is reviewed, and again after each review.',
    },
    PLACEMENT_REVIEW: {
      description:
        'Until the case of a child who is placed is reviewed again, after each review that is recorded here.',
    },
    ACKNOWLEDGEMENT: { description: 'Until the destination of a movement says that it has the notice.' },
    ARRIVAL_ANSWER: {
      description: 'Until an authority answers whether it knows a child who arrived elsewhere without a notice.',
    },
    CLAIM_ANSWER: {
      description: 'Until the authority that is responsible for a child answers a claim to be responsible.',
    },
  },
});
