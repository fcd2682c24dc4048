import { registerEnumType } from 'type-graphql';

export enum VoiceKind {
  INDIVIDUAL = 'INDIVIDUAL',
  COLLECTIVE = 'COLLECTIVE',
}

registerEnumType(VoiceKind, {
  name: 'VoiceKind',
  description: 'Whose voice is taken into account (LON-08).',
  valuesConfig: {
    INDIVIDUAL: { description: 'The individual child.' },
    COLLECTIVE: { description: 'Children collectively.' },
  },
});
