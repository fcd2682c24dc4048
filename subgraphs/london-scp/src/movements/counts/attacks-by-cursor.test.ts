import { encodeCursor, fromDayNumber, toDayNumber } from '@hub/contract';
import { fillMovements } from '../../../../../test/support/fill-movements';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { publishAnew } from '../../../../../test/support/publish-anew';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const PERIOD = 'from: "2025-01-01", to: "2025-12-31"';
const [FIRST_DAY, DAYS] = [toDayNumber('2025-01-01'), 282];
const analyst = requestIdentityOf('analyst');
const coordinator = requestIdentityOf('london-coordinator');

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
  for (const notifiedOn of ['2025-02-14', '2025-05-02', '2025-05-20', '2025-08-30']) {
    const pair = { origin: LAMBETH, destination: REDBRIDGE };
    await fillMovements(london.dataSource, { ...pair, count: 6, notifiedOn });
  }
  await publishAnew(london.dataSource);
});
afterAll(() => london?.close());

interface Page {
  edges: { node: { quarter: string } }[];
  pageInfo: { endCursor: string };
}

async function flows(list: string, after: string | null, who = analyst) {
  const query = `query ($after: String) { londonScp { ${list} {
    edges { node { ... on MovementFlow { quarter } } } pageInfo { endCursor } } } }`;
  const { data, errors } = await london.ask(query, { after }, who);
  const page = (data?.['londonScp'] as Record<string, Page | null> | undefined)?.['movementFlows'];
  return { page, error: errors?.[0] };
}
const ofYear = `movementFlows(${PERIOD}, first: 1, after: $after)`;

it('282 forged cursors, one a day, cut no quarter anew', async () => {
  for (let day = 0; day < DAYS; day++) {
    const forged = encodeCursor([fromDayNumber(FIRST_DAY + day), '', '']);
    const { page, error } = await flows(ofYear, forged);
    expect(page ?? null).toBeNull();
    expect(error?.extensions['code']).toBe('BAD_USER_INPUT');
  }
});

it('a cursor goes on in its own list alone: for the same period, in pages of any size, for the same person', async () => {
  const { endCursor } = (await flows(ofYear, null)).page!.pageInfo;
  const next = await flows(ofYear, endCursor);
  expect(next.page!.edges[0]!.node.quarter).toBe('2025-Q2');
  const larger = await flows(`movementFlows(${PERIOD}, first: 9, after: $after)`, endCursor);
  expect(larger.page!.edges.map(({ node }) => node.quarter)).toEqual(['2025-Q2', '2025-Q3']);

  const elsewhere = [
    flows('movementFlows(from: "2025-01-01", to: "2025-09-30", first: 1, after: $after)', endCursor),
    flows(ofYear, endCursor, coordinator),
    flows(ofYear, endCursor.slice(0, -1) + (endCursor.endsWith('A') ? 'B' : 'A')),
  ];
  for (const { page, error } of await Promise.all(elsewhere)) {
    expect(page ?? null).toBeNull();
    expect(error?.message).toMatch(/^after must be an endCursor/);
  }
});
