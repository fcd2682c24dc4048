import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import type { RequestIdentity } from '@hub/access';
import { fillClocks, fillMovements } from '../../../../../test/support/fill-movements';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const CAMDEN = 'E09000007';
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const lambethDuty = requestIdentityOf('duty-team', { organisation: LAMBETH, partnership: 'lambeth', purpose });
const redbridgeDuty = requestIdentityOf('duty-team', { organisation: REDBRIDGE, partnership: 'redbridge', purpose });
const daysAgo = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) - days);
const between = (origin: string, destination: string, notifiedOn: string, child?: string) =>
  fillMovements(london.dataSource, { count: 1, origin, destination, notifiedOn, ...(child && { child }) });

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp);
  const overdue = await fillMovements(london.dataSource, { count: 9, origin: LAMBETH, destination: CAMDEN });
  await fillClocks(london.dataSource, overdue, 'ACKNOWLEDGEMENT', { dueAt: '2026-05-03' });
});
afterAll(() => london?.close());

async function listed(filter: object, requestIdentity: RequestIdentity = lambethDuty): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await london.ask(
      `query ($after: String, $filter: MovementFilter) { movements(first: 7, after: $after, filter: $filter) {
         edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { after, filter },
      requestIdentity,
    );
    expect(errors).toBeUndefined();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
    const { edges, pageInfo } = data!['movements'] as any;
    ids.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

async function stored(condition: string): Promise<string[]> {
  const rows = await london.dataSource.query<{ id: string }[]>(
    `SELECT id FROM child_movement AS movement WHERE (origin_code = $1 OR destination_code = $1) AND ${condition}
     ORDER BY notified_on DESC, id DESC`,
    [LAMBETH],
  );
  return rows.map(({ id }) => id);
}

describe('a party looks among its own movements', () => {
  const late = `EXISTS (SELECT FROM movement_clock WHERE movement_id = movement.id AND due_at < now()
    AND coalesce(met_at, stopped_at) IS NULL)`;
  it.each([
    ['for a state of open ones', { state: 'INFORMATION_SHARED' }, `state = 'INFORMATION_SHARED'`],
    ['for a state of ended ones', { state: 'CLOSED' }, `state = 'CLOSED'`],
    ['for a category', { category: 'CARE_LEAVER' }, `category = 'CARE_LEAVER'`],
    ['for what is open', { isOpen: true }, 'closed_at IS NULL'],
    ['for what has ended', { isOpen: false }, 'closed_at IS NOT NULL'],
    ['for what is overdue', { isOverdue: true }, late],
    ['for what is not overdue', { isOverdue: false }, `NOT ${late}`],
    ['for what is disputed', { isDisputed: true }, `state = 'DISPUTED'`],
    ['for what is not disputed', { isDisputed: false }, `state <> 'DISPUTED'`],
    ['for a counterpart', { counterpart: CAMDEN }, `'${CAMDEN}' IN (origin_code, destination_code)`],
    ['for those from it', { side: 'ORIGIN' }, `origin_code = '${LAMBETH}'`],
    ['for those to it', { side: 'DESTINATION' }, `destination_code = '${LAMBETH}'`],
    [
      'for all of these together',
      {
        side: 'ORIGIN',
        counterpart: CAMDEN,
        isOverdue: true,
        isDisputed: false,
        state: 'NOTIFIED',
        category: 'MISSING',
      },
      `origin_code = '${LAMBETH}' AND destination_code = '${CAMDEN}' AND category = 'MISSING' AND ${late}`,
    ],
    ['and for all, where nothing is given', { state: null, isOverdue: null, counterpart: null }, 'true'],
  ])('%s', async (_, filter, condition) => {
    const ids = await stored(condition);
    expect(ids.length).toBeGreaterThan(0);
    expect(await listed(filter)).toEqual(ids);
  });

  it('for children of whom it had three notices in a year, counting none that are not its own', async () => {
    const child = 'p1:1:often';
    const own = [
      ...(await between(LAMBETH, REDBRIDGE, daysAgo(364), child)),
      ...(await between(REDBRIDGE, LAMBETH, daysAgo(200), child)),
      ...(await between(LAMBETH, CAMDEN, daysAgo(10), child)),
    ];
    await between(CAMDEN, REDBRIDGE, daysAgo(400), child);
    // Children of the demonstration have moved, too.
    const filled = async (...asked: Parameters<typeof listed>) =>
      (await listed(...asked)).filter((id) => id.startsWith('movement:filled'));
    expect(await filled({ childMovedAtLeast: 3 })).toEqual(own.reverse());
    expect(await filled({ childMovedAtLeast: 3 }, redbridgeDuty)).toEqual([]);
    expect(await filled({ childMovedAtLeast: 2, counterpart: LAMBETH }, redbridgeDuty)).toEqual(own.slice(1));
  });

  it('and is told which number of notices cannot be', async () => {
    for (const childMovedAtLeast of [1, 101]) {
      const query = 'query ($filter: MovementFilter) { movements(first: 1, filter: $filter) { edges { cursor } } }';
      const { errors } = await london.ask(query, { filter: { childMovedAtLeast } }, lambethDuty);
      expect(errors?.[0]?.message).toMatch(/^filter.childMovedAtLeast must be from 2 to 100/);
    }
  });
});
