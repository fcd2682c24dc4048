import { registerEnumType } from 'type-graphql';

export enum EvaluationRespondent {
  DELEGATE = 'DELEGATE',
  MANAGER = 'MANAGER',
}

registerEnumType(EvaluationRespondent, {
  name: 'EvaluationRespondent',
  description: 'Who evaluated training (TRI-32).',
  valuesConfig: {
    DELEGATE: { description: 'Those who were trained.' },
    MANAGER: { description: 'Their managers.' },
  },
});
