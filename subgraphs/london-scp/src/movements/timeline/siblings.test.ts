import type { RequestIdentity } from '@hub/access';
import { AuditLog } from '@hub/audit';
import { LAMBETH, noticeOf, REDBRIDGE, type SentMove } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { playedAs, storeStories } from '../../../../../test/support/stored-story';
import { londonScp } from '../../london-scp';

/** A child moves from Lambeth to Redbridge with a sister, and a brother goes to Havering. */
const HAVERING = 'E09000016';
const [CHILD, SISTER, BROTHER] = ['p1:1:child', 'p2:1:sister', 'p1:1:brother'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const dutyOf = (organisation: string, partnership: string, why: 'BREAK_GLASS' | typeof purpose = purpose) =>
  requestIdentityOf('duty-team', {
    ...{ organisation, partnership, purpose: why },
    ...(why === 'BREAK_GLASS' && { alert: 'alert:1' }),
  });

const noticed = (day: string, childPseudonym: string, more: SentMove['data'] = {}) =>
  noticeOf('CHILD_IN_NEED_PLAN', `${day}T10:00:00.000Z`, { childPseudonym, ...more });

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
  await storeStories(
    london.dataSource,
    playedAs('movement:child', noticed('2026-03-02', CHILD!, { siblings: [SISTER!], siblingsApart: [BROTHER!] })),
    playedAs('movement:sister', noticed('2026-03-02', SISTER!)),
    playedAs('movement:brother', noticed('2026-03-03', BROTHER!, { destination: HAVERING })),
    ...Array.from({ length: 12 }, (_, n) =>
      playedAs(`movement:earlier-${n}`, noticed('2026-01-05', SISTER!), {
        move: 'WITHDRAW',
        at: '2026-01-06T10:00:00.000Z',
      }),
    ),
  );
});
afterAll(() => london?.close());

async function siblingsFor(requestIdentity: RequestIdentity) {
  const { data, errors } = await london.ask(
    `{ movement(id: "movement:child") { siblings {
       childPseudonym movesTogether isUnnumbered movements { id state destinationCode } } } }`,
    {},
    requestIdentity,
  );
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  return (data!['movement'] as any).siblings as { movements: { id: string }[] }[];
}

describe('the siblings of a child who moves', () => {
  it('are children of their own, who move together or stay apart, with their own movements', async () => {
    const [sister, brother] = await siblingsFor(dutyOf(LAMBETH, 'lambeth'));
    expect(sister).toMatchObject({ childPseudonym: SISTER, movesTogether: true, isUnnumbered: true });
    expect(sister!.movements[0]).toEqual({ id: 'movement:sister', state: 'NOTIFIED', destinationCode: REDBRIDGE });
    expect(brother).toEqual({
      ...{ childPseudonym: BROTHER, movesTogether: false, isUnnumbered: false },
      movements: [{ id: 'movement:brother', state: 'NOTIFIED', destinationCode: HAVERING }],
    });
  });

  it('show no more than ten movements each, the latest', async () => {
    const [sister] = await siblingsFor(dutyOf(LAMBETH, 'lambeth'));
    expect(sister!.movements).toHaveLength(10);
  });

  it('show a party no movement that it is no party to, and nobody more who breaks the glass for the child', async () => {
    const ids = async (who: RequestIdentity) =>
      (await siblingsFor(who)).map(({ movements }) =>
        movements.filter(({ id }) => !id.includes('earlier')).map(({ id }) => id),
      );
    expect(await ids(dutyOf(REDBRIDGE, 'redbridge'))).toEqual([['movement:sister'], []]);
    expect(await ids(dutyOf(HAVERING, 'havering', 'BREAK_GLASS'))).toEqual([[], ['movement:brother']]);
  });

  it('stand in the record of access as the child does', async () => {
    await siblingsFor(dutyOf(REDBRIDGE, 'redbridge'));
    const audit = new AuditLog((sql, parameters) => london.dataSource.query(sql, parameters), 'london-scp');
    const accesses = await audit.lastAccesses([BROTHER!], 1);
    expect(accesses.get(BROTHER!)).toMatchObject([{ children: [BROTHER, CHILD, SISTER].sort() }]);
  });

  it('take one statement for all', async () => {
    const statements = async (fields: string) => {
      london.statements.reset();
      const query = `{ movements(first: 20) { edges { node { id siblings { childPseudonym ${fields} } } } } }`;
      expect((await london.ask(query, {}, dutyOf(LAMBETH, 'lambeth'))).errors).toBeUndefined();
      return london.statements.count();
    };
    expect(await statements('movements { id }')).toBe((await statements('')) + 1);
  });
});
