import type { RequestIdentity } from '@hub/access';
import { LAMBETH, REDBRIDGE, noticeOf, type SentMove } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { playedAs, storeStories } from '../../../../../test/support/stored-story';
import { londonScp } from '../../london-scp';

const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const duty = (organisation: string, partnership: string) =>
  requestIdentityOf('duty-team', { organisation, partnership, purpose });
const [lambeth, redbridge] = [duty(LAMBETH, 'lambeth'), duty(REDBRIDGE, 'redbridge')];
const havering = duty('E09000016', 'havering');

const plan = (day: string, child: string): SentMove =>
  noticeOf('CHILD_PROTECTION_PLAN', `2026-03-${day}T10:00:00.000Z`, { childPseudonym: `p1:1:${child}` });
const returned: SentMove[] = [
  noticeOf('MISSING', '2026-03-10T10:00:00.000Z', { childPseudonym: 'p1:1:missing' }),
  { move: 'RECORD_RETURN', at: '2026-03-11T10:00:00.000Z', data: { returnedAt: '2026-03-11T09:00:00.000Z' } },
];

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
  await storeStories(
    london.dataSource,
    playedAs('movement:second', plan('03', 'second')),
    playedAs('movement:first', plan('02', 'first')),
    playedAs('movement:ended', plan('01', 'ended'), { move: 'WITHDRAW', at: '2026-03-02T10:00:00.000Z' }),
    playedAs('movement:missing', ...returned),
  );
});
afterAll(() => london?.close());

async function due(who: RequestIdentity, more = '', first = 100) {
  const { data, errors } = await london.ask(
    `{ dueSteps(first: ${first} ${more}) { edges { node { movement { id } step { move authority clock dueOn } } }
       pageInfo { hasNextPage endCursor } } }`,
    {},
    who,
  );
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  const { edges, pageInfo } = JSON.parse(JSON.stringify(data!['dueSteps'])) as any;
  return { pageInfo, steps: edges.map(({ node }: { node: object }) => node) as object[] };
}

const interview = {
  movement: { id: 'movement:missing' },
  step: {
    ...{ move: 'RECORD_RETURN_HOME_INTERVIEW', authority: null, clock: 'RETURN_HOME_INTERVIEW', dueOn: '2026-03-14' },
  },
};
const conferenceOf = (id: string, dueOn: string) => ({
  movement: { id },
  step: { move: 'HOLD_CONFERENCE', authority: REDBRIDGE, clock: 'TRANSFER_IN_CONFERENCE', dueOn },
});
const conferences = [conferenceOf('movement:first', '2026-03-23'), conferenceOf('movement:second', '2026-03-24')];

describe('what is due', () => {
  it('is listed to both sides, earliest first, and nothing of what has ended', async () => {
    for (const who of [lambeth, redbridge]) expect((await due(who)).steps).toEqual([interview, ...conferences]);
  });

  it('is of one’s own steps alone, for who asks for these', async () => {
    expect((await due(lambeth, 'isOwn: true')).steps).toEqual([interview]);
    expect((await due(redbridge, 'isOwn: true')).steps).toEqual([interview, ...conferences]);
  });

  it('comes page by page', async () => {
    const seen: object[] = [];
    for (let after = ''; ;) {
      const { steps, pageInfo } = await due(redbridge, after, 1);
      seen.push(...steps);
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual([interview, ...conferences]);
  });

  it('is nothing to a third borough', async () => {
    expect((await due(havering)).steps).toEqual([]);
  });
});
