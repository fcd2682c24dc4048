import { registerEnumType } from 'type-graphql';

export enum TrainingBasis {
  PRACTICE_REVIEWS = 'PRACTICE_REVIEWS',
  GUIDANCE_AND_LEGISLATION = 'GUIDANCE_AND_LEGISLATION',
  LONDON_PROCEDURES = 'LONDON_PROCEDURES',
  AUDITS = 'AUDITS',
  VOICE_OF_CHILDREN = 'VOICE_OF_CHILDREN',
  PRIORITIES = 'PRIORITIES',
}

registerEnumType(TrainingBasis, {
  name: 'TrainingBasis',
  description: 'What the content of training reflects (TRI-31).',
  valuesConfig: {
    PRACTICE_REVIEWS: { description: 'Learning from local and national practice reviews.' },
    GUIDANCE_AND_LEGISLATION: { description: 'Changes to statutory guidance and legislation.' },
    LONDON_PROCEDURES: { description: 'The London Child Protection Procedures.' },
    AUDITS: { description: 'Learning from local audits.' },
    VOICE_OF_CHILDREN: { description: 'What children say (TRI-31, TRI-40).' },
    PRIORITIES: { description: 'The annual priorities (RED-04).' },
  },
});
