import { registerEnumType } from 'type-graphql';

/**
 * What a transfer-in conference, which the receiving authority holds as an initial one (Sussex 5.4.4), decides.
 *
 * Source: Sefton's procedures, 6.1.6, on conferences: a plan, or none, and where services are still needed a child in need plan.
 */
export enum ConferenceOutcome {
  CHILD_PROTECTION_PLAN = 'CHILD_PROTECTION_PLAN',
  CHILD_IN_NEED_PLAN = 'CHILD_IN_NEED_PLAN',
  NO_PLAN = 'NO_PLAN',
}

registerEnumType(ConferenceOutcome, {
  name: 'ConferenceOutcome',
  description: 'What a transfer-in conference decided.',
  valuesConfig: {
    CHILD_PROTECTION_PLAN: { description: 'The child is on a child protection plan of the receiving authority.' },
    CHILD_IN_NEED_PLAN: { description: 'No child protection plan any more, and a child in need plan.' },
    NO_PLAN: { description: 'No plan any more.' },
  },
});
