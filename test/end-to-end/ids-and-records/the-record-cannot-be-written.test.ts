import type { Client } from 'pg';
import { subgraphsAsked } from '../../support/attacks/gateway-token';
import { bearer, send } from '../../support/attacks/send';
import { superuserIn } from '../../support/attacks/superuser';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'So that a test can look.' };

let testHub: TestHub;
/** In the database that holds the hub's own record and that of the London SCP. */
let london: Client;
let lambeth: Client;
let token: string;
/** A movement out of Lambeth, and what is true of it. */
let id: string;
let secrets: string[];

const QUERY = `query ($id: ID!) { movement(id: $id) { id childPseudonym notifiedOn
  originRecord { id ... on LambethChildRecord { childPseudonym team { contact } } } } }`;

async function ask() {
  const body = JSON.stringify({ query: QUERY, variables: { id } });
  const reply = await send(testHub.hub.apiUrl, body, { ...WHY, ...bearer(token) });
  return { ...reply, asked: await subgraphsAsked(testHub, reply.requestId) };
}

beforeAll(async () => {
  testHub = await groupTestHub();
  [london, lambeth] = [await superuserIn(testHub, 'london-scp'), await superuserIn(testHub, 'lambeth')];
  token = await testHub.hub.token('duty-team', LAMBETH);
  const { data } = await testHub.as('duty-team', { ...LAMBETH, purpose: 'CROSS_BOUNDARY_MOVEMENT' })(
    '{ movements(first: 100) { edges { node { id originCode originRecord { team { name } } } } } }',
  );
  id = data.movements.edges
    .map(({ node }: { node: object }) => node)
    .find(
      (node: { originCode: string; originRecord: { team: object | null } | null }) =>
        node.originCode === LAMBETH.organisation && node.originRecord?.team,
    ).id;
  const { movement } = (await ask()).data;
  secrets = [movement.childPseudonym, movement.notifiedOn, movement.originRecord.team.contact];
});
afterEach(async () => {
  expect((await ask()).data.movement.originRecord.team.contact).toBe(secrets[2]);
});
afterAll(async () => {
  await london?.end();
  await lambeth?.end();
  await testHub?.end();
});

/** Nothing of the child leaves, and what is public does. */
async function expectNothing(): Promise<Awaited<ReturnType<typeof ask>>> {
  const reply = await ask();
  expect([reply.status, reply.data, reply.codes]).toEqual([503, null, ['AUDIT_UNAVAILABLE']]);
  for (const secret of [...secrets, 'movement:']) expect(reply.text).not.toContain(secret);
  const { data, errors } = await testHub.ask(
    '{ londonScp { __typename } partnerships { id ... on HoldsMeetings { meetings(first: 1) { edges { cursor } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.partnerships).toHaveLength(4);
  return reply;
}

const revokeFromAll = 'REVOKE INSERT (body) ON audit.access_record FROM PUBLIC';
const grantToAll = 'GRANT INSERT (body) ON audit.access_record TO PUBLIC';

describe('a child is not told of', () => {
  it('when nobody can write the record of the London SCP', async () => {
    await london.query('ALTER TABLE audit.access_record RENAME TO lost');
    try {
      await expectNothing();
    } finally {
      await london.query('ALTER TABLE audit.lost RENAME TO access_record');
    }
  });

  it('when the hub cannot write its own record, though the subgraphs have written theirs', async () => {
    await london.query(`${revokeFromAll}; GRANT INSERT (body) ON audit.access_record TO "london-scp"`);
    try {
      expect((await expectNothing()).asked).toEqual(['london-scp', 'lambeth']);
    } finally {
      await london.query(`REVOKE INSERT (body) ON audit.access_record FROM "london-scp"; ${grantToAll}`);
    }
  });

  it("when the hub's database is gone: then no subgraph is asked either", async () => {
    await london.query(`ALTER ROLE gateway NOLOGIN;
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'gateway'`);
    try {
      expect((await expectNothing()).asked).toEqual([]);
    } finally {
      await london.query('ALTER ROLE gateway LOGIN');
    }
  });

  it('when the record hangs: it is given up, and what is public does not wait', async () => {
    await london.query('BEGIN; LOCK TABLE audit.access_record IN ACCESS EXCLUSIVE MODE');
    try {
      const [hanging, publicly] = [ask(), await timed(() => testHub.ask('{ londonScp { __typename } }'))];
      expect(publicly).toBeLessThan(2000);
      const { status, data, codes, text } = await hanging;
      expect([status, data, codes]).toEqual([503, null, ['AUDIT_UNAVAILABLE']]);
      for (const secret of secrets) expect(text).not.toContain(secret);
    } finally {
      await london.query('ROLLBACK');
    }
  });

  it('when the London SCP cannot write its record, though the hub has written its own', async () => {
    await london.query(`${revokeFromAll}; GRANT INSERT (body) ON audit.access_record TO gateway`);
    try {
      const { data, codes, text } = await ask();
      expect([data, codes]).toEqual([{ movement: null }, ['AUDIT_UNAVAILABLE']]);
      for (const secret of secrets) expect(text).not.toContain(secret);
    } finally {
      await london.query(`REVOKE INSERT (body) ON audit.access_record FROM gateway; ${grantToAll}`);
    }
  });
});

it("a partnership that cannot write its record keeps back its own of the child, and nobody else's", async () => {
  await lambeth.query(revokeFromAll);
  try {
    const { data, codes, text } = await ask();
    expect(codes).toEqual(['AUDIT_UNAVAILABLE']);
    expect(data.movement).toMatchObject({ id, childPseudonym: secrets[0] });
    expect(data.movement.originRecord?.team ?? null).toBeNull();
    expect(text).not.toContain(secrets[2]);
  } finally {
    await lambeth.query(grantToAll);
  }
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
