import type { RequestIdentity } from '@hub/access';
import { AuditLog } from '@hub/audit';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import { londonScp } from '../london-scp';

const [LAMBETH, CAMDEN] = ['E09000022', 'E09000007'] as const;
const auditor = requestIdentityOf('auditor', { purpose: 'AUDIT' });
const privacyOfficer = requestIdentityOf('privacy-officer', { purpose: 'AUDIT' });
const lambethDuty = requestIdentityOf('duty-team', {
  organisation: LAMBETH,
  partnership: 'lambeth',
  purpose: 'CROSS_BOUNDARY_MOVEMENT',
});

let london: OpenSubgraph;
let log: AuditLog;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
  log = new AuditLog((sql, parameters) => london.dataSource.query(sql, parameters), 'gateway');
});
afterAll(() => london?.close());

/** Writes that a person asked for some children. */
const looked = (requestId: string, person: string, ...children: string[]) =>
  log.append({
    ...{ requestId, person, role: 'duty-team', organisation: CAMDEN, partnership: 'camden', alert: null },
    ...{ purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'The child arrives.', operation: null, operationHash: 'hash' },
    ...{ fields: ['ChildMovement.id'], refused: [], children, outcome: 'ANSWERED' },
    coverage: { asked: ['london-scp'], answered: ['london-scp'] },
  });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
async function ask(query: string, requestIdentity: RequestIdentity, variables = {}): Promise<any> {
  const { data, errors } = await london.ask(query, variables, requestIdentity);
  expect(errors).toBeUndefined();
  return data;
}

describe('the record of access', () => {
  beforeAll(async () => {
    await looked('r-1', 'ann', 'p1:1:a');
    await looked('r-2', 'bob', 'p1:1:a', 'p1:1:b');
    await looked('r-3', 'ann', 'p1:1:b');
  });

  const found = async (filter: object, page = 'first: 10') => {
    const { accessRecords } = await ask(
      `query ($filter: AccessRecordFilter) { accessRecords(filter: $filter, ${page}) {
         edges { node { requestId } cursor } pageInfo { hasNextPage } } }`,
      auditor,
      { filter },
    );
    return accessRecords.edges.map(({ node }: { node: { requestId: string } }) => node.requestId);
  };

  it('is searched by an auditor: by person, child, purpose and time', async () => {
    const hub = { recorder: 'gateway' };
    expect(await found(hub)).toEqual(['r-3', 'r-2', 'r-1']);
    expect(await found({ ...hub, person: 'ann' })).toEqual(['r-3', 'r-1']);
    expect(await found({ ...hub, person: 'ann', child: 'p1:1:a' })).toEqual(['r-1']);
    expect(await found({ ...hub, purpose: 'BREAK_GLASS' })).toEqual([]);
    expect(await found({ ...hub, outcome: 'ANSWERED', partnership: null })).toEqual(['r-3', 'r-2', 'r-1']);
    expect(await found({ ...hub, to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await found({ ...hub, from: '2020-01-01T00:00:00Z', requestId: 'r-2' })).toEqual(['r-2']);
  });

  it('refuses a purpose that there is not, and names those there are', async () => {
    const { errors } = await london.ask(
      '{ accessRecords(first: 1, filter: { purpose: "NOSY" }) { edges { cursor } } }',
      {},
      auditor,
    );
    expect(errors?.[0]?.message).toMatch(/^filter.purpose "NOSY" is none. Give CROSS_BOUNDARY_MOVEMENT, /);
  });

  describe('of one child', () => {
    const movements = (first: number, accesses = 2) =>
      ask(
        `query ($first: Int!, $accesses: Int!) { movements(first: $first) { edges { node {
           childPseudonym lastAccesses(first: $accesses) { requestId person children } } } } }`,
        lambethDuty,
        { first, accesses },
      );

    beforeAll(async () => {
      await london.dataSource.query(
        `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, moved_on,
           permanence, planning, state, since, notified_at, responsible_code, is_synthetic)
         SELECT 'movement:' || n, 'p1:1:' || CASE n WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE n::text END, 'MISSING', $1, $2,
           DATE '2030-01-01' - n, '2030-01-01', 'PERMANENT', 'PLANNED', 'NOTIFIED', DATE '2030-01-01' - n,
           DATE '2030-01-01' - n, $1, false FROM generate_series(1, 100) n`,
        [LAMBETH, CAMDEN],
      );
    });

    it('is shown to its parties, latest first, without the other children that were looked at', async () => {
      const { movements: page } = await movements(2);
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      expect(page.edges.map(({ node }: any) => node)).toEqual([
        {
          childPseudonym: 'p1:1:a',
          lastAccesses: [
            { requestId: 'r-2', person: 'bob', children: ['p1:1:a'] },
            { requestId: 'r-1', person: 'ann', children: ['p1:1:a'] },
          ],
        },
        {
          childPseudonym: 'p1:1:b',
          lastAccesses: [
            { requestId: 'r-3', person: 'ann', children: ['p1:1:b'] },
            { requestId: 'r-2', person: 'bob', children: ['p1:1:b'] },
          ],
        },
      ]);
    });

    it('is read with one statement for 100 children as for five', async () => {
      const statements = async (first: number) => {
        london.statements.reset();
        await movements(first);
        return london.statements.statements.filter((sql) => sql.includes('audit.access_record')).length;
      };
      expect(await statements(5)).toBe(await statements(100));
    });

    it('is shown up to 20 times back', async () => {
      for (const accesses of [0, 21]) {
        const { errors } = await london.ask(
          `{ movements(first: 1) { edges { node { lastAccesses(first: ${accesses}) { at } } } } }`,
          {},
          lambethDuty,
        );
        expect(errors?.[0]?.message).toMatch(/^first must be from 1 to 20/);
      }
    });
  });
});

describe('break-glass alerts', () => {
  let alert: string;
  beforeAll(async () => {
    const who = { person: 'eve', role: 'duty-team', organisation: CAMDEN, partnership: 'camden' } as const;
    const glass = await log.openGlass({ ...who, requestId: 'r-9', reason: 'A child is in danger now.' }, 60);
    alert = (glass as { alert: string }).alert;
  });

  const alerts = async (isOpen?: boolean) => {
    const { breakGlassAlerts } = await ask(
      `query ($isOpen: Boolean) { breakGlassAlerts(first: 10, isOpen: $isOpen) { edges { node {
         alert raisedAt until person role organisation partnership reason isOpen closedAt closedBy finding } } } }`,
      privacyOfficer,
      { isOpen },
    );
    return breakGlassAlerts.edges.map(({ node }: { node: object }) => node);
  };
  const close = async (input: object) => {
    const { closeBreakGlassAlert } = await ask(
      `mutation ($input: CloseBreakGlassAlertInput!) { closeBreakGlassAlert(input: $input) {
         closed userErrors { field code } } }`,
      privacyOfficer,
      { input },
    );
    return closeBreakGlassAlert;
  };

  it('are seen by the privacy officer, with who, why and until when', async () => {
    expect(await alerts(true)).toEqual([
      {
        ...{ alert, person: 'eve', role: 'duty-team', organisation: CAMDEN, partnership: 'camden' },
        ...{ reason: 'A child is in danger now.', isOpen: true, closedAt: null, closedBy: null, finding: null },
        ...{ raisedAt: expect.stringMatching(/Z$/), until: expect.stringMatching(/Z$/) },
      },
    ]);
    expect(await alerts(false)).toEqual([]);
  });

  it('are not closed by whoever broke the glass, in whichever role they come', async () => {
    const { caller } = privacyOfficer;
    const eve = { ...privacyOfficer, caller: { ...caller!, person: 'eve' } };
    const input = { alert, finding: 'All of it was right.' };
    const { data } = await london.ask(
      `mutation ($input: CloseBreakGlassAlertInput!) { closeBreakGlassAlert(input: $input) {
         closed userErrors { code message } } }`,
      { input },
      eve,
    );
    expect(data).toEqual({
      closeBreakGlassAlert: {
        closed: null,
        userErrors: [{ code: 'OWN_ALERT', message: expect.stringContaining('another privacy officer') }],
      },
    });
    expect(await alerts(true)).toHaveLength(1);
  });

  it('are closed once, with a finding', async () => {
    const refused = (field: string, code: string) => ({
      closed: null,
      userErrors: [{ field: ['input', field], code }],
    });
    expect(await close({ alert, finding: '  ' })).toEqual(refused('finding', 'SAYS_NOTHING'));
    expect(await close({ alert, finding: 'It was right. '.repeat(40) })).toEqual(refused('finding', 'TOO_LONG'));
    expect(await close({ alert, finding: '.' })).toEqual(refused('finding', 'SAYS_NOTHING'));
    const numbered = 'It was right for 999 000 0018.';
    expect(await close({ alert, finding: numbered })).toEqual(refused('finding', 'NAMES_SOMEBODY'));
    expect(await close({ alert: 'alert:none', finding: 'Nothing was found.' })).toEqual(
      refused('alert', 'ALERT_UNKNOWN'),
    );
    expect(await alerts(true)).toHaveLength(1);
    expect(await close({ alert, finding: ' It was right. ' })).toEqual({ closed: alert, userErrors: [] });
    expect(await close({ alert, finding: 'It was right again.' })).toEqual(refused('alert', 'ALREADY_CLOSED'));
    expect(await alerts()).toMatchObject([
      { alert, isOpen: false, finding: 'It was right.', closedBy: privacyOfficer.caller!.person },
    ]);
  });
});
