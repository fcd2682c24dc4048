import { registerEnumType } from 'type-graphql';

export enum LondonResponseKind {
  RESPONSE = 'RESPONSE',
  PRACTICE_DEVELOPMENT = 'PRACTICE_DEVELOPMENT',
  POLICY_SUBMISSION = 'POLICY_SUBMISSION',
}

registerEnumType(LondonResponseKind, {
  name: 'LondonResponseKind',
  description: 'Where the London SCP adds value.',
  valuesConfig: {
    RESPONSE: { description: 'A response to an issue for London (LON-05, LON-12).' },
    PRACTICE_DEVELOPMENT: {
      description: 'Developing practice on a concern that is low in number locally (LON-11).',
    },
    POLICY_SUBMISSION: { description: 'Informing policy, practice or legislation (LON-13).' },
  },
});
