import { registerEnumType } from 'type-graphql';

export enum LearningTheme {
  INFORMATION_SHARING = 'INFORMATION_SHARING',
  VOICE_OF_THE_CHILD = 'VOICE_OF_THE_CHILD',
  ASSESSMENT = 'ASSESSMENT',
  PROFESSIONAL_CURIOSITY = 'PROFESSIONAL_CURIOSITY',
  ESCALATION = 'ESCALATION',
  SUPERVISION = 'SUPERVISION',
  THRESHOLDS = 'THRESHOLDS',
  NEGLECT = 'NEGLECT',
  DOMESTIC_ABUSE = 'DOMESTIC_ABUSE',
  EXPLOITATION = 'EXPLOITATION',
  MENTAL_HEALTH = 'MENTAL_HEALTH',
  MOVES = 'MOVES',
  OTHER = 'OTHER',
}

registerEnumType(LearningTheme, {
  name: 'LearningTheme',
  description: 'What a recommendation or an audit is about.',
  valuesConfig: {
    INFORMATION_SHARING: { description: 'Sharing information between agencies.' },
    VOICE_OF_THE_CHILD: { description: 'Hearing the child.' },
    ASSESSMENT: { description: 'Assessing risk and need.' },
    PROFESSIONAL_CURIOSITY: { description: 'Asking further, and challenging what is said.' },
    ESCALATION: { description: 'Challenge between professionals, and escalation.' },
    SUPERVISION: { description: 'Supervision and management oversight.' },
    THRESHOLDS: { description: 'Thresholds and referrals.' },
    NEGLECT: { description: 'Neglect.' },
    DOMESTIC_ABUSE: { description: 'Domestic abuse.' },
    EXPLOITATION: { description: 'Exploitation and harm outside the home.' },
    MENTAL_HEALTH: { description: 'Mental health of children or parents.' },
    MOVES: { description: 'Children who move between areas or services.' },
    OTHER: { description: 'Something else.' },
  },
});
