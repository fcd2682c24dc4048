import { registerEnumType } from 'type-graphql';

export enum MovementCategory {
  CHILD_PROTECTION_PLAN = 'CHILD_PROTECTION_PLAN',
  CHILD_IN_NEED_PLAN = 'CHILD_IN_NEED_PLAN',
  SECTION_47_ENQUIRY = 'SECTION_47_ENQUIRY',
  ASSESSMENT = 'ASSESSMENT',
  LOOKED_AFTER_PLACEMENT = 'LOOKED_AFTER_PLACEMENT',
  EARLY_HELP = 'EARLY_HELP',
  MISSING = 'MISSING',
  HOMELESSNESS_TEMPORARY_ACCOMMODATION = 'HOMELESSNESS_TEMPORARY_ACCOMMODATION',
  CARE_LEAVER = 'CARE_LEAVER',
  OTHER = 'OTHER',
}

registerEnumType(MovementCategory, {
  name: 'MovementCategory',
  description: "Why a movement is notified: the child's situation when moving.",
  valuesConfig: {
    CHILD_PROTECTION_PLAN: { description: 'Subject to a child protection plan.' },
    CHILD_IN_NEED_PLAN: { description: 'Subject to a child in need plan.' },
    SECTION_47_ENQUIRY: { description: 'Subject to a section 47 enquiry (Children Act 1989).' },
    ASSESSMENT: { description: 'Under assessment.' },
    LOOKED_AFTER_PLACEMENT: {
      description: 'Looked after, and placed out of area. The placing authority stays responsible.',
    },
    EARLY_HELP: { description: 'Receiving early help.' },
    MISSING: { description: 'Missing.' },
    HOMELESSNESS_TEMPORARY_ACCOMMODATION: { description: 'Homeless, and placed in temporary accommodation.' },
    CARE_LEAVER: { description: 'Leaving care.' },
    OTHER: { description: 'Another situation.' },
  },
});
