import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessRules, isMet, ROLE_NAMES, scopesOf, type Requirement } from '@hub/access';
import {
  accessMatrix,
  accessReference,
  checkAccess,
  composeSupergraph,
  ownApiMatrix,
  requireDecisions,
} from '@hub/registry';
import { Kind, parse, type ConstDirectiveNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { ownApis, referenceSupergraph, subgraphSdls } from '../support/reference-schema';

const { supergraphSdl } = referenceSupergraph();
const matrix = accessMatrix(supergraphSdl);

/** What is asked for the fields of a type, in short: `public`, `a token`, or scopes. */
const inShort = ({ authenticated, scopes }: Requirement) =>
  scopes.length > 0 ? scopes.map((together) => together.join('+')).join(' or ') : authenticated ? 'a token' : 'public';
const needOf = (type: string, field: string) => {
  const row = matrix.find((one) => one.type === type && one.field === field);
  return row && inShort(row.requirement);
};
const fieldsOf = (type: string, need: string) =>
  matrix.filter((row) => row.type === type && inShort(row.requirement) === need).map(({ field }) => field);

/** Types whose fields are all public. */
const PUBLIC_TYPES = [
  // The founding documents, and what they set up.
  ...['TermsOfReference', 'Signatory', 'Clause', 'Body', 'ChairArrangement', 'Seat', 'StatutoryPartner', 'Agency'],
  'AuthorityTest',
  ...['Relation', 'SourcedText', 'MemberAgreement', 'LearningHubArrangement', 'EducationProvision', 'ResidentialHomes'],
  ...['AssuranceArrangement', 'AssuranceStatement', 'LearningArrangement'],
  'DocumentChange',
  // What partnerships publish.
  'ThresholdDocument',
  ...['PlanDocument', 'QuarterlyTheme', 'ReportPart', 'ReportRequirement'],
  ...['MeetingConnection', 'MeetingEdge', 'ScheduledMeetingConnection', 'ScheduledMeetingEdge'],
  ...['PublishedAccount', 'AccountSide', 'AccountItem'],
  // Procedures, as they are published.
  ...['EditionChapter', 'EditionChange', 'ProcedureRule'],
  // The directory.
  ...['LocalAuthority', 'PartnershipCoverage', 'PartnershipAssertion'],
  // What other types are made of.
  ...['Coverage', 'PageInfo', 'UserError'],
];

describe('a decision on every field', () => {
  it('stands in the supergraph, and what is guarded can be left out of an answer', () => {
    expect(checkAccess(supergraphSdl)).toEqual([]);
  });

  it.each(ownApis)(
    'stands in the own API of $name, and what is guarded can be left out of an answer',
    ({ name, sdl }) => {
      expect(checkAccess(sdl, [name])).toEqual([]);
      expect(checkAccess(sdl.replace(/(type OwnMovementStep) [^{]*\{/, '$1 {'), [name]).length).toBeGreaterThan(5);
    },
  );

  it.each(subgraphSdls)('stands in the schema of $name itself, which checks again', ({ sdl }) => {
    const document = parse(sdl);
    const rules = accessRules(document);
    const undecided = document.definitions.flatMap((type) => {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || rules.ofType(type.name.value).isDecided) return [];
      if (isForTheHub(type)) return [];
      return (type.fields ?? [])
        .filter((field) => !isAnsweredElsewhere(field) && !rules.ofField(type.name.value, field.name.value).isDecided)
        .map((field) => `${type.name.value}.${field.name.value}`);
    });
    expect(undecided).toEqual([]);
  });

  it('is asked of a new field by name, before anything is served', () => {
    const sdls = subgraphSdls.map(({ name, url, sdl }) => ({
      name,
      url,
      sdl: name === 'lambeth' ? sdl.replace(/(type LambethPartnership [^{]*\{)/, '$1 newField: String') : sdl,
    }));
    expect(() => requireDecisions(composeSupergraph(sdls).supergraphSdl)).toThrow(
      'FIELD_WITHOUT_DECISION (lambeth): Nobody decided who may see LambethPartnership.newField.',
    );
  });
});

describe('the reference of who may see what', () => {
  it('is what follows from the schemas and the roles', () => {
    const file = join(__dirname, '../../docs/reference/access.md');
    expect(readFileSync(file, 'utf8')).toBe(accessReference(supergraphSdl, ownApis));
  });
});

describe('what is public', () => {
  it('are the questions that the README asks, and no others', () => {
    expect(fieldsOf('Query', 'public').sort()).toEqual([
      'localAuthorities',
      'londonScp',
      'partnership',
      'partnerships',
      'procedure',
      'procedures',
    ]);
  });

  it('are these types as a whole, and no others', () => {
    const types = [...new Set(matrix.map(({ type }) => type))];
    const whole = types.filter((type) =>
      matrix.every((row) => row.type !== type || inShort(row.requirement) === 'public'),
    );
    expect(whole.sort()).toEqual([...PUBLIC_TYPES].sort());
  });

  it('are these fields of types that hold more', () => {
    expect(fieldsOf('Procedure', 'public')).not.toContain('adoption');
    expect(fieldsOf('Procedure', 'procedures:read')).toEqual(['adoption', 'signatures']);
    expect(fieldsOf('LondonScp', 'public')).toEqual(
      expect.arrayContaining(['termsOfReference', 'bodies', 'relations']),
    );
    expect(fieldsOf('LondonScp', 'movements:count').sort()).toEqual([
      ...['childrenMovedOften', 'disputedMovements', 'distantPlacementsWithoutApproval', 'movementFlows'],
      ...['movementTimeliness', 'overdueMovements', 'undelivered'],
    ]);
    expect(fieldsOf('RedbridgePartnership', 'public').sort()).toEqual([
      'agencies',
      'assertions',
      'assuranceArrangement',
      'bodies',
      'business',
      'coverage',
      'documentChanges',
      'documents',
      'id',
      'learningArrangement',
      'localAuthorities',
      'meetings',
      'memberAgreement',
      'name',
      'planDocuments',
      'priorities',
      'publishedAccounts',
      'quarterlyThemes',
      'relations',
      'reportRequirements',
      'reports',
      'statutoryPartners',
      'termsOfReference',
      'thresholdDocument',
      'trainingCourses',
    ]);
  });

  it('is not a mutation', () => {
    expect(fieldsOf('Mutation', 'public')).toEqual([]);
    expect(fieldsOf('Mutation', 'a token')).toEqual([]);
  });
});

describe.each(ownApis)('the own API of $name', ({ name, sdl }) => {
  const rows = ownApiMatrix(sdl, name);
  const byNeed = (type: string) => {
    const needs: Record<string, string[]> = {};
    for (const row of rows) if (row.type === type) (needs[inShort(row.requirement)] ??= []).push(row.field);
    return needs;
  };

  it('shows the partnership to everybody, and of children what is for a party', () => {
    expect(byNeed('Query')).toEqual({
      public: ['partnership'],
      'movements:read': ['movements', 'movement', 'inbox', 'openQuestions'],
      'child-records:read': ['childLookUp', 'childRecord'],
      'governance:read': ['seriousIncidents', 'rapidReviews'],
    });
  });

  it('records by the right to write in its own records, and about children by that to move them', () => {
    const { [`${name}:write`]: own, ...others } = byNeed('Mutation');
    // Lambeth records its learning hubs too, and Redbridge signatures and permissions.
    expect(own).toHaveLength({ lambeth: 163, redbridge: 163 }[name] ?? 157);
    expect(others).toEqual({
      'movements:write': [
        ...['settleRefusedStep', 'notifyMovement', 'amendNotice', 'takeMovementStep', 'updateChildRecord'],
        ...['recordArrival', 'linkChild', 'answerArrivalQuestion', 'answerClaim'],
      ],
    });
  });

  it('is for its own people, each by their role', () => {
    const may = (field: string) => {
      const { roles } = rows.find((row) => row.type === 'Mutation' && row.field === field)!;
      return ROLE_NAMES.filter((role) => roles[role] !== 'no');
    };
    expect(may('notifyMovement')).toEqual(['duty-team', 'conference-chair', 'partnership-system']);
    expect(may('adoptProcedure')).toEqual(['business-manager', 'partnership-system']);
  });
});

describe('what is guarded', () => {
  it.each([
    ['Query', 'executiveDecisions', 'decisions:read'],
    ['Query', 'networks', 'networks:read'],
    ['Query', 'pooledBudget', 'budget:read'],
    ['Query', 'movements', 'movements:read'],
    ['ChildMovement', 'origin', 'movements:read'],
    ['MovementConnection', 'pageInfo', 'movements:read'],
    ['Query', 'movement', 'movements:read'],
    ['Query', 'movementCounts', 'movements:count'],
    ['Query', 'movementInbox', 'movements:read'],
    ['Query', 'undeliveredMessages', 'movements:read'],
    ['Mutation', 'recordMovementMessages', 'movements:write'],
    ['MovementReceipt', 'outcome', 'movements:write'],
    ['LambethChildRecord', 'status', 'child-records:read'],
    ['ChildMovement', 'timeline', 'movements:read'],
    ['ChildMovement', 'clocks', 'movements:read'],
    ['MovementStep', 'person', 'movements:read'],
    ['MovementReconciliation', 'counts', 'movements:count'],
    ['MovementReconciliation', 'rows', 'movements:read'],
    ['DisagreeingMovement', 'movementId', 'movements:read'],
    ['LambethPartnership', 'undeliveredMessages', 'movements:read'],
    ['OutboxMessage', 'owner', 'movements:read'],
    ['AllocatedTeam', 'contact', 'child-records:read'],
    ['Query', 'breakGlassAlerts', 'alerts:close'],
    ['Mutation', 'closeBreakGlassAlert', 'alerts:close'],
    ['Network', 'decision', 'networks:read+decisions:read'],
    ['NetworkMember', 'agencyId', 'networks:read'],
    ['LambethPartnership', 'networkConnections', 'networks:read'],
    ['LambethPartnership', 'reserves', 'budget:read'],
    ['LambethPartnership', 'learningHubs', 'learning:read'],
    ['LambethBudgetYear', 'contributions', 'budget:read'],
    ['RedbridgePartnership', 'layMembers', 'governance:read'],
    ['PooledBudget', 'reconciliation', 'budget:read'],
    ['ProcedureAdoption', 'localVariations', 'procedures:read'],
    ['Mutation', 'recordExecutiveDecision', 'decisions:write'],
    ['Mutation', 'inviteNetworkReport', 'networks:write'],
    ['Mutation', 'recordNetworkReport', 'networks:report'],
    ['Mutation', 'recordReceipt', 'budget:write'],
    ['Mutation', 'publishProcedureEdition', 'procedures:write'],
  ])('%s.%s by %s', (type, field, need) => {
    expect(needOf(type, field)).toBe(need);
  });

  it.each([
    ['Query', 'accessRecords', ['privacy-officer', 'auditor']],
    [
      ...(['LambethPartnership', 'childRecordAccesses'] as const),
      ['partnership-system', 'privacy-officer', 'partnership-privacy-officer', 'auditor'],
    ],
    ['ChildMovement', 'lastAccesses', ['duty-team', 'conference-chair', 'partnership-system']],
    ['ChildMovement', 'originRecord', ['duty-team', 'conference-chair']],
  ])('%s.%s for these roles alone: %j', (type, field, roles) => {
    const { requirement } = matrix.find((row) => row.type === type && row.field === field)!;
    const may = ROLE_NAMES.filter((role) => isMet(requirement, { scopes: new Set<string>(scopesOf(role, 'lambeth')) }));
    expect(may).toEqual(roles);
  });

  it('signing a decision off by the scope of any of the three sectors', () => {
    expect(needOf('Mutation', 'signOffDecision')).toBe(
      'decisions:sign-local-authority or decisions:sign-police or decisions:sign-nhs',
    );
  });

  it('no mutation by the right to write in the records of a partnership: those are made at home', () => {
    const writing = matrix.filter(({ requirement }) =>
      requirement.scopes.flat().some((scope) => ownApis.some(({ name }) => scope === `${name}:write`)),
    );
    expect(writing).toEqual([]);
  });
});

/** What is inaccessible to clients is decided by that: subgraphs serve it to the hub alone. */
const isForTheHub = ({ directives = [] }: FieldDefinitionNode | ObjectTypeDefinitionNode) =>
  directives.some(({ name }) => name.value === 'inaccessible');

/** Fields that another subgraph resolves are decided there: composition takes no decision beside `@external`. */
const isAnsweredElsewhere = (field: FieldDefinitionNode) =>
  isForTheHub(field) || field.directives?.some(({ name }: ConstDirectiveNode) => name.value === 'external');
