import { registerEnumType } from 'type-graphql';

export enum VoiceSource {
  YOUTH_COUNCIL = 'YOUTH_COUNCIL',
  CHILDREN_IN_CARE_COUNCIL = 'CHILDREN_IN_CARE_COUNCIL',
  YOUTH_PARLIAMENT = 'YOUTH_PARLIAMENT',
  YOUNG_SCRUTINEERS = 'YOUNG_SCRUTINEERS',
  FAMILIES = 'FAMILIES',
  SURVEY = 'SURVEY',
  OTHER = 'OTHER',
}

registerEnumType(VoiceSource, {
  name: 'VoiceSource',
  description: 'Through whom children were heard.',
  valuesConfig: {
    YOUTH_COUNCIL: { description: 'A Youth Council (RED-06).' },
    CHILDREN_IN_CARE_COUNCIL: { description: 'A Children in Care Council (TRI-41).' },
    YOUTH_PARLIAMENT: { description: 'A Youth Parliament (TRI-41).' },
    YOUNG_SCRUTINEERS: { description: 'The Young Scrutineers (TRI-41).' },
    FAMILIES: { description: 'Children together with their families (HAV-05).' },
    SURVEY: { description: 'A survey.' },
    OTHER: { description: 'Another forum, or work with one child.' },
  },
});
