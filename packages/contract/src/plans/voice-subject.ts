import { registerEnumType } from 'type-graphql';

export enum VoiceSubject {
  PRIORITIES = 'PRIORITIES',
  ANNUAL_REPORT = 'ANNUAL_REPORT',
  OUTCOMES = 'OUTCOMES',
  SERVICES = 'SERVICES',
  TRAINING = 'TRAINING',
}

registerEnumType(VoiceSubject, {
  name: 'VoiceSubject',
  description: 'What children were asked about.',
  valuesConfig: {
    PRIORITIES: { description: 'Priorities, and actions towards them (TRI-41, HAV-05).' },
    ANNUAL_REPORT: { description: 'The annual report, or their version of it (TRI-41).' },
    OUTCOMES: { description: 'What came of it for them (HAV-05).' },
    SERVICES: { description: 'Services and practice (HAV-05, LON-08).' },
    TRAINING: { description: 'Training (TRI-40).' },
  },
});
