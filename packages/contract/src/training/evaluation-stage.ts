import { registerEnumType } from 'type-graphql';

export enum EvaluationStage {
  BEFORE = 'BEFORE',
  AFTER = 'AFTER',
}

registerEnumType(EvaluationStage, {
  name: 'EvaluationStage',
  description: 'When training was evaluated.',
  valuesConfig: { BEFORE: { description: 'Before the workshop.' }, AFTER: { description: 'After the workshop.' } },
});
