import { registerEnumType } from 'type-graphql';

/**
 * The orders and duties by which a child in England is looked after or supervised.
 *
 * Sources: the codes of legal status of the children looked-after return (SSDA903, Department for Education), which stand in
 * brackets, without the freeing order (D1), which no court makes any more; and the Children Act 1989, section 35.
 */
export enum LegalStatus {
  NONE = 'NONE',
  SECTION_20_ACCOMMODATION = 'SECTION_20_ACCOMMODATION',
  SHORT_TERM_BREAKS = 'SHORT_TERM_BREAKS',
  INTERIM_CARE_ORDER = 'INTERIM_CARE_ORDER',
  CARE_ORDER = 'CARE_ORDER',
  PLACEMENT_ORDER = 'PLACEMENT_ORDER',
  SUPERVISION_ORDER = 'SUPERVISION_ORDER',
  EMERGENCY_PROTECTION_ORDER = 'EMERGENCY_PROTECTION_ORDER',
  CHILD_ASSESSMENT_ORDER = 'CHILD_ASSESSMENT_ORDER',
  POLICE_PROTECTION = 'POLICE_PROTECTION',
  YOUTH_JUSTICE = 'YOUTH_JUSTICE',
  OTHER = 'OTHER',
}

registerEnumType(LegalStatus, {
  name: 'LegalStatus',
  description: 'The legal status of a child: by which order or duty it is looked after or supervised.',
  valuesConfig: {
    NONE: { description: 'No order, and not accommodated.' },
    SECTION_20_ACCOMMODATION: { description: 'Accommodated under section 20 of the Children Act 1989 (V2).' },
    SHORT_TERM_BREAKS: { description: 'Accommodated under an agreed series of short-term breaks (V3, V4).' },
    INTERIM_CARE_ORDER: { description: 'An interim care order (C1).' },
    CARE_ORDER: { description: 'A full care order (C2).' },
    PLACEMENT_ORDER: { description: 'A placement order (E1).' },
    SUPERVISION_ORDER: { description: 'A supervision order, also an interim one (Children Act 1989, section 35).' },
    EMERGENCY_PROTECTION_ORDER: { description: 'An emergency protection order (L2).' },
    CHILD_ASSESSMENT_ORDER: { description: 'A child assessment order (L3).' },
    POLICE_PROTECTION: { description: 'Under police protection (L1).' },
    YOUTH_JUSTICE: { description: 'Remanded, detained or sentenced into accommodation (J1, J2, J3).' },
    OTHER: { description: 'Another status.' },
  },
});
