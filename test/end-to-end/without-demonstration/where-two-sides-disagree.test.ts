import type { Client } from 'pg';
import { askDirectly } from '../../support/attacks/gateway-token';
import { superuserIn } from '../../support/attacks/superuser';
import { groupTestHub } from '../../support/one-hub';
import type { Answer, TestHub } from '../../support/test-hub';
import { requestIdentityOf } from '../../support/request-identities';
import { exampleQuery } from '../../support/saved-examples';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const ID = 'movement:01J00000000000000000000001';
const ROWS = `{ londonScp { movementReconciliation { coverage { answered missing { id } } rows(first: 10) { edges { node {
  kind movementId originCode destinationCode originAnswer destinationAnswer } } } } } }`;

let testHub: TestHub;
let london: Client;
let lambeth: Client;
let redbridge: Client;

beforeAll(async () => {
  testHub = await groupTestHub();
  [london, lambeth, redbridge] = [
    await superuserIn(testHub, 'london-scp'),
    await superuserIn(testHub, 'lambeth'),
    await superuserIn(testHub, 'redbridge'),
  ];
  await london.query(
    `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, permanence,
       planning, state, since, notified_at, acknowledged_at, responsible_code, is_synthetic)
     VALUES ($1, 'p1:1:child', 'CHILD_PROTECTION_PLAN', $2, $3, '2026-01-01', 'PERMANENT', 'PLANNED', 'ACCEPTED',
       now(), now(), now(), $2, false)`,
    [ID, LAMBETH.organisation, REDBRIDGE.organisation],
  );
  for (const [side, database, { organisation }] of [
    ['ORIGIN', lambeth, LAMBETH],
    ['DESTINATION', redbridge, REDBRIDGE],
  ] as const) {
    await database.query(
      `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
         opened_on, notified_at, is_synthetic)
       VALUES ($1, $2, $3, 'p1:1:child', $4, $5, 'OPEN', '2026-01-01', now(), false)`,
      [ID, side, organisation, LAMBETH.organisation, REDBRIDGE.organisation],
    );
  }
});
afterAll(async () => {
  await london.query('DELETE FROM child_movement');
  for (const database of [lambeth, redbridge]) await database.query('DELETE FROM child_record');
  for (const database of [london, lambeth, redbridge]) await database.end();
  await testHub?.end();
});

/** What London has of the movement. */
async function hubSays(state: string, { isTransferred = false, isAcknowledged = true, isClaimed = false } = {}) {
  await london.query(
    `UPDATE child_movement SET state = $1, acknowledged_at = CASE WHEN $2 THEN now() END,
       responsible_code = CASE WHEN $3 THEN destination_code ELSE origin_code END,
       closed_at = CASE WHEN $1 = 'CLOSED' THEN now() END`,
    [state, isAcknowledged, isTransferred],
  );
  await london.query('DELETE FROM responsibility_claim');
  if (isClaimed) {
    await london.query(
      `INSERT INTO responsibility_claim (movement_id, child_pseudonym, claimant, since) VALUES ($1, 'p1:1:child', $2, now())`,
      [ID, LAMBETH.organisation],
    );
  }
}

/** How a side's record stands. */
async function recordIs(side: Client, status: 'KNOWN' | 'OPEN' | 'CLOSED') {
  await side.query(
    `UPDATE child_record SET status = $1, opened_on = CASE WHEN $1 <> 'KNOWN' THEN date '2026-01-01' END,
       closed_on = CASE WHEN $1 = 'CLOSED' THEN date '2026-02-01' END`,
    [status],
  );
}

const coordinator = () => testHub.as('london-coordinator')(exampleQuery('28-'));

function countsIn({ data }: Answer): Record<string, number | null> {
  const { counts } = data.londonScp.movementReconciliation;
  return Object.fromEntries(
    counts.kinds.map(({ kind, count }: { kind: string; count: number | null }) => [kind, count]),
  ) as Record<string, number | null>;
}

async function rowsFor(team: typeof LAMBETH): Promise<Record<string, unknown>[]> {
  const { data, errors } = await testHub.as('duty-team', { ...team, purpose })(ROWS);
  expect(errors).toBeUndefined();
  return data.londonScp.movementReconciliation.rows.edges.map(({ node }: { node: object }) => node);
}

const NONE = {
  ...{ CLOSED_WITHOUT_ACCEPTANCE: null, ACCEPTED_WITHOUT_OPEN_RECORD: null, OPEN_ON_BOTH: null },
  ...{ OPEN_ON_NEITHER: null, NEVER_ACKNOWLEDGED: null, RESPONSIBILITY_CLAIMED: null },
  ARRIVED_WITHOUT_NOTICE: null,
};

describe('the two sides of a movement', () => {
  it('agree: the co-ordinator sees no number of any kind, from every partnership', async () => {
    const answer = await coordinator();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.londonScp.movementReconciliation.coverage).toEqual({
      answered: 4,
      expected: 4,
      missing: [],
      notThroughHub: [],
      localAuthorities: 6,
      londonAuthorities: 33,
    });
    expect(countsIn(answer)).toEqual(NONE);
  });

  it.each([
    ['CLOSED_WITHOUT_ACCEPTANCE', () => hubSays('INFORMATION_SHARED'), 'CLOSED', 'OPEN'],
    ['ACCEPTED_WITHOUT_OPEN_RECORD', () => hubSays('ACCEPTED'), 'OPEN', 'KNOWN'],
    ['OPEN_ON_BOTH', () => hubSays('CLOSED', { isTransferred: true }), 'OPEN', 'OPEN'],
    ['NEVER_ACKNOWLEDGED', () => hubSays('NOTIFIED', { isAcknowledged: false }), 'OPEN', 'KNOWN'],
    ['RESPONSIBILITY_CLAIMED', () => hubSays('NOTIFIED', { isClaimed: true }), 'OPEN', 'KNOWN'],
  ] as const)(
    'disagree by %s: both see it, a third borough does not, and London is not told of a single one',
    async (...by) => {
      const [kind, hub, origin, destination] = by;
      await hub();
      await recordIs(lambeth, origin);
      await recordIs(redbridge, destination);
      const row = {
        ...{ kind, movementId: ID, originCode: LAMBETH.organisation, destinationCode: REDBRIDGE.organisation },
        ...{ originAnswer: origin, destinationAnswer: destination === 'KNOWN' ? 'NONE' : destination },
      };
      expect([await rowsFor(LAMBETH), await rowsFor(REDBRIDGE), await rowsFor(HAVERING)]).toEqual([[row], [row], []]);
      // Counted anew, as after a week: one could point to a child, and cannot be told from none.
      await london.query('DELETE FROM movement_publication');
      expect(countsIn(await coordinator())).toEqual(NONE);
    },
  );

  it('disagree by OPEN_ON_NEITHER where both have closed, and by the origin that closed too early', async () => {
    await hubSays('INFORMATION_SHARED');
    await recordIs(lambeth, 'CLOSED');
    await recordIs(redbridge, 'CLOSED');
    expect((await rowsFor(LAMBETH)).map(({ kind }) => kind)).toEqual(['CLOSED_WITHOUT_ACCEPTANCE', 'OPEN_ON_NEITHER']);
  });

  it('disagree where a child arrived whom no notice told of: the destination alone sees which', async () => {
    await hubSays('ACCEPTED');
    await recordIs(lambeth, 'OPEN');
    await recordIs(redbridge, 'OPEN');
    await redbridge.query(
      `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
         opened_on, arrival_id, arrived_on, is_synthetic)
       VALUES ('movement:arrival', 'DESTINATION', $2, 'p1:1:other', $1, $2, 'OPEN', '2026-01-01', 'arrival', '2026-01-01', false)`,
      [LAMBETH.organisation, REDBRIDGE.organisation],
    );
    expect([await rowsFor(LAMBETH), await rowsFor(REDBRIDGE)]).toMatchObject([
      [],
      [{ kind: 'ARRIVED_WITHOUT_NOTICE', movementId: 'movement:arrival', originCode: null, destinationAnswer: 'OPEN' }],
    ]);
    await redbridge.query("DELETE FROM child_record WHERE movement_id = 'movement:arrival'");
  });

  it('are refused to whoever sees numbers alone, and the numbers to whoever sees rows', async () => {
    const both = `{ londonScp { movementReconciliation { counts { kinds { kind } } rows(first: 1) { edges { cursor } } } } }`;
    const analyst = await testHub.as('analyst')(both);
    expect(analyst.data.londonScp.movementReconciliation).toMatchObject({
      counts: { kinds: { length: 7 } },
      rows: null,
    });
    const team = await testHub.as('duty-team', { ...LAMBETH, purpose })(both);
    expect(team.data.londonScp.movementReconciliation).toEqual({ counts: null, rows: { edges: [] } });
    const nobody = await testHub.ask(both);
    expect(nobody.data.londonScp).toEqual({ movementReconciliation: null });
    for (const { errors } of [analyst, team, nobody]) {
      expect(new Set(errors!.map(({ extensions }) => extensions!['code']))).toEqual(
        new Set(['UNAUTHORIZED_FIELD_OR_TYPE']),
      );
    }
  });
});

describe('what partnerships answer to the hub alone', () => {
  const FIELD = 'movementRecordSummaries { movementId side status }';

  it.each([
    ['of a partnership', `{ partnerships { ... on HoldsChildRecords { ${FIELD} } } }`],
    ["of a partnership's type", `{ partnerships { ... on LambethPartnership { ${FIELD} } } }`],
    ['of those that are asked', '{ londonScp { recordKeepers { id } } }'],
    ['by the name of its type', '{ partnerships { ... on MovementRecordSummary { movementId } } }'],
  ])('is not a field for anybody at the gateway: %s', async (_, query) => {
    for (const role of ['duty-team', 'partnership-system', 'london-coordinator'] as const) {
      const { data, errors } = await testHub.as(
        role,
        role === 'london-coordinator' ? {} : { ...LAMBETH, purpose },
      )(query);
      expect([data, errors!.map(({ extensions }) => extensions!['code'])]).toEqual([
        undefined,
        ['GRAPHQL_VALIDATION_FAILED'],
      ]);
      expect(JSON.stringify(errors)).not.toContain(ID);
    }
  });

  it('is refused at the subgraph without the mark of the hub, to a caller with every right, and to nobody at all', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on HoldsChildRecords { ${FIELD} } } }`;
    const of = [{ __typename: 'LambethPartnership', id: 'lambeth' }];
    const team = requestIdentityOf('duty-team', { ...LAMBETH, purpose });
    for (const requestIdentity of [{ ...team, isHub: false }, null]) {
      const { data, codes, text } = await askDirectly(testHub, 'lambeth', requestIdentity, query, { of });
      expect([data, codes]).toEqual([
        { _entities: [{ movementRecordSummaries: null }] },
        ['UNAUTHORIZED_FIELD_OR_TYPE'],
      ]);
      expect(text).not.toContain(ID);
    }
    const hub = await askDirectly(testHub, 'lambeth', team, query, { of });
    expect(hub.data).toEqual({
      _entities: [{ movementRecordSummaries: [{ movementId: ID, side: 'ORIGIN', status: 'OPEN' }] }],
    });
  });
});

describe('when a partnership is down', () => {
  it('the coverage says which, and nothing is concluded from its silence', async () => {
    await hubSays('ACCEPTED');
    await recordIs(lambeth, 'OPEN');
    await redbridge.query('DELETE FROM child_record');
    expect((await rowsFor(LAMBETH)).map(({ kind }) => kind)).toEqual(['ACCEPTED_WITHOUT_OPEN_RECORD']);
    let answer: Answer;
    do {
      testHub.hub.kill('redbridge', 'SIGKILL');
      answer = await coordinator();
    } while (answer.errors === undefined);
    expect(answer.data.londonScp.movementReconciliation.coverage).toMatchObject({
      ...{ answered: 3, expected: 4, missing: [{ id: 'redbridge' }] },
    });
    expect(countsIn(answer)).toEqual(NONE);
  });
});
