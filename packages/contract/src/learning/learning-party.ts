import { registerEnumType } from 'type-graphql';

/** LAM-16, LAM-19 to LAM-22, TRI-26, TRI-28. */
export enum LearningParty {
  LOCAL_AUTHORITY = 'LOCAL_AUTHORITY',
  POLICE = 'POLICE',
  NHS = 'NHS',
  EXECUTIVE_CHAIR = 'EXECUTIVE_CHAIR',
  EXECUTIVE_LEAD_MEMBERS = 'EXECUTIVE_LEAD_MEMBERS',
  INCIDENTS_SUBGROUP_CHAIR = 'INCIDENTS_SUBGROUP_CHAIR',
  PARTNERSHIP_MANAGER = 'PARTNERSHIP_MANAGER',
  INDEPENDENT_SCRUTINEER = 'INDEPENDENT_SCRUTINEER',
  NATIONAL_PANEL = 'NATIONAL_PANEL',
  SECRETARY_OF_STATE = 'SECRETARY_OF_STATE',
  OFSTED = 'OFSTED',
}

registerEnumType(LearningParty, {
  name: 'LearningParty',
  description:
    'Who is told of an incident, or takes part in a step of a review; an office or an organisation, never a person.',
  valuesConfig: {
    LOCAL_AUTHORITY: { description: 'The local authority, as a safeguarding partner.' },
    POLICE: { description: 'The police, as a safeguarding partner.' },
    NHS: { description: 'The NHS, as a safeguarding partner.' },
    EXECUTIVE_CHAIR: { description: 'The chair of the executive.' },
    EXECUTIVE_LEAD_MEMBERS: { description: 'The lead agency members of the executive.' },
    INCIDENTS_SUBGROUP_CHAIR: { description: 'The chair of the subgroup for incidents and quality assurance.' },
    PARTNERSHIP_MANAGER: { description: 'The manager of the partnership.' },
    INDEPENDENT_SCRUTINEER: { description: 'The independent scrutineer.' },
    NATIONAL_PANEL: { description: 'The national Child Safeguarding Practice Review Panel.' },
    SECRETARY_OF_STATE: { description: 'The Secretary of State.' },
    OFSTED: { description: 'Ofsted.' },
  },
});
