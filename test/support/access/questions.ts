/** A child-level field of a question that asks for scopes of its own, and what stands under it. */
export interface Gate {
  field: string;
  /** One of these opens it. */
  needs: readonly string[];
  /** Child-level coordinates under it. */
  opens: readonly string[];
  inner?: readonly Gate[];
}

/** A question, and what of it is about single children: written down by hand, so that the hub is not asked about itself. */
export interface Question {
  name: string;
  text: string;
  gates: readonly Gate[];
  /** A scope that it needs though no child is in it. */
  needs?: string;
  /** Whether it begins with a field that no child is in, and that takes a token: without one nobody comes to a child. */
  needsToken?: true;
}

const SIDE = 'fragment Side on ChildRecord { id status openedOn team { name contact } }';
const sides = ['ChildMovement.originRecord', 'ChildMovement.destinationRecord'].map((field): Gate => {
  const record = ['id', 'status', 'openedOn', 'team'].map((name) => `ChildRecord.${name}`);
  return { field, needs: ['child-records:read'], opens: [...record, 'AllocatedTeam.name', 'AllocatedTeam.contact'] };
});

const ofMovement = (...names: string[]) => names.map((name) => `ChildMovement.${name}`);
const ofAccess = (...names: string[]) => names.map((name) => `AccessRecord.${name}`);
const page = (type: string) => [`${type}Connection.edges`, `${type}Edge.node`];

function movements(name: string, selection: string, opens: readonly string[], inner: readonly Gate[] = []): Question {
  return {
    name,
    text: `query ${name}($first: Int!) { movements(first: $first) { edges { node { ${selection} } } } partnerships { id } }
      ${inner.length > 0 ? SIDE : ''}`,
    gates: [{ field: 'Query.movements', needs: ['movements:read'], opens: [...page('Movement'), ...opens], inner }],
  };
}

/** What is asked, by what it is about. */
export const QUESTIONS = {
  everyPartnership: {
    name: 'EveryPartnership',
    text: 'query EveryPartnership { partnerships { id name } }',
    gates: [],
  },
  counts: {
    name: 'Counts',
    text: 'query Counts { movementCounts(from: "2025-04-01", to: "2026-06-30") { quarter value } }',
    gates: [],
    needs: 'movements:count',
  },
  notices: movements(
    'Notices',
    'id category movedOn permanence origin { gssCode }',
    ofMovement('id', 'category', 'movedOn', 'permanence', 'origin'),
  ),
  sides: movements(
    'Sides',
    'id childPseudonym notifiedOn originRecord { ...Side } destinationRecord { ...Side }',
    ofMovement('id', 'childPseudonym', 'notifiedOn'),
    sides,
  ),
  timelines: movements(
    'Timelines',
    'id siblings { childPseudonym } timeline { move occurredAt } clocks { code dueAt } responsibility { authority from }',
    [
      ...ofMovement('id', 'siblings', 'timeline', 'clocks', 'responsibility'),
      ...['MovementSibling.childPseudonym', 'MovementStep.move', 'MovementStep.occurredAt', 'MovementClock.code'],
      ...['MovementClock.dueAt', 'ResponsibilityPeriod.authority', 'ResponsibilityPeriod.from'],
    ],
  ),
  disagreements: {
    name: 'Disagreements',
    needsToken: true,
    text: `query Disagreements($first: Int!) { londonScp { movementReconciliation {
      rows(first: $first) { edges { node { kind movementId destinationCode } } }
    } } }`,
    gates: [
      {
        field: 'MovementReconciliation.rows',
        needs: ['movements:read'],
        opens: [
          ...page('DisagreeingMovement'),
          ...['kind', 'movementId', 'destinationCode'].map((name) => `DisagreeingMovement.${name}`),
        ],
      },
    ],
  },
  inbox: {
    name: 'Inbox',
    text: 'query Inbox { movementInbox(first: 3) { id message { id move } } }',
    gates: [
      {
        field: 'Query.movementInbox',
        needs: ['movements:read'],
        opens: [
          ...['id', 'message'].map((name) => `MovementDelivery.${name}`),
          ...['id', 'move'].map((name) => `MovementMessage.${name}`),
        ],
      },
    ],
  },
  lastAccesses: movements('LastAccesses', 'id lastAccesses(first: 3) { at person reason children }', [
    ...ofMovement('id', 'lastAccesses'),
    ...ofAccess('at', 'person', 'reason', 'children'),
  ]),
  one: {
    name: 'One',
    text: `query One($id: ID!) { movement(id: $id) {
      id movedOn originRecord { ...Side } destinationRecord { ...Side } lastAccesses(first: 1) { role purpose }
    } } ${SIDE}`,
    gates: [
      {
        field: 'Query.movement',
        needs: ['movements:read'],
        opens: [...ofMovement('id', 'movedOn', 'lastAccesses'), ...ofAccess('role', 'purpose')],
        inner: sides,
      },
    ],
  },
  whoLooked: {
    name: 'WhoLooked',
    text: `query WhoLooked($first: Int!, $filter: AccessRecordFilter) {
      accessRecords(first: $first, filter: $filter) { edges { node { requestId children outcome } } }
    }`,
    gates: [
      {
        field: 'Query.accessRecords',
        needs: ['audit:read'],
        opens: [...page('AccessRecord'), ...ofAccess('requestId', 'children', 'outcome')],
      },
    ],
  },
  whoLookedThere: {
    name: 'WhoLookedThere',
    text: `query WhoLookedThere { partnerships { id ... on HoldsChildRecords {
      childRecordAccesses(first: 2) { edges { node { person children } } }
    } } }`,
    gates: [
      {
        field: 'HoldsChildRecords.childRecordAccesses',
        needs: ['audit:own', 'audit:read'],
        opens: [...page('AccessRecord'), ...ofAccess('person', 'children')],
      },
    ],
  },
  alerts: {
    name: 'Alerts',
    text: 'query Alerts { breakGlassAlerts(first: 100, isOpen: true) { edges { node { alert person reason } } } }',
    gates: [
      {
        field: 'Query.breakGlassAlerts',
        needs: ['alerts:close'],
        opens: [...page('BreakGlassAlert'), ...['alert', 'person', 'reason'].map((name) => `BreakGlassAlert.${name}`)],
      },
    ],
  },
  close: {
    name: 'Close',
    text: `mutation Close($alert: ID!, $finding: String!) {
      closeBreakGlassAlert(input: { alert: $alert, finding: $finding }) { closed userErrors { code } }
    }`,
    gates: [
      {
        field: 'Mutation.closeBreakGlassAlert',
        needs: ['alerts:close'],
        opens: ['CloseBreakGlassAlertPayload.closed', 'CloseBreakGlassAlertPayload.userErrors'],
      },
    ],
  },
} as const satisfies Record<string, Question>;

/** What of some gates a caller may see, and where they are stopped. */
export function decide(
  gates: readonly Gate[],
  scopes: readonly string[],
): { fields: readonly string[]; refused: readonly string[] } {
  const all = gates.map(({ field, needs, opens, inner = [] }) => {
    if (!needs.some((scope) => scopes.includes(scope))) return { fields: [], refused: [field] };
    const { fields, refused } = decide(inner, scopes);
    return { fields: [field, ...opens, ...fields], refused };
  });
  return {
    fields: sorted(all.flatMap(({ fields }) => fields)),
    refused: sorted(all.flatMap(({ refused }) => refused)),
  };
}

/** Each once, in order. */
export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}
