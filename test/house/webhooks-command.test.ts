import { run } from '../../packages/cli/src/main';
import { londonScp } from '../../subgraphs/london-scp/src/london-scp';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';

let london: OpenSubgraph;
let stdout: string;
beforeAll(async () => void (london = await openSubgraph(londonScp, { demo: false })));
afterAll(() => london?.close());
beforeEach(() => {
  stdout = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
});
afterEach(() => jest.restoreAllMocks());

const webhooks = () => run(['webhooks', '--database', (london.dataSource.options as { url: string }).url]);

it("`hub webhooks` says that all partnerships' systems have been told", async () => {
  expect([await webhooks(), stdout]).toEqual([0, 'All have been told.\n']);
});

it('and else who has not been, of how much, since when and why; 1 where some was given up', async () => {
  await london.dataSource.query(
    `INSERT INTO webhook_receiver VALUES ('lambeth', 'https://cms.example/'), ('redbridge', 'https://other.example/')`,
  );
  const wait = (partnership: string, day: number, problem: string | null, isGivenUp = false) =>
    london.dataSource.query(
      `INSERT INTO movement_webhook (partnership, movement_id, topic, since, last_problem, given_up_at)
       VALUES ($1, 'movement:A', 'movement', $2, $3, CASE WHEN $4 THEN now() END)`,
      [partnership, `2026-03-0${day}T10:00:00Z`, problem, isGivenUp],
    );
  await wait('redbridge', 5, null);
  await wait('lambeth', 4, 'It answered with status 500.');
  await wait('lambeth', 3, 'It answered with status 500.');
  const waiting =
    'lambeth: 2 waiting, since 2026-03-03T10:00:00.000Z. It answered with status 500.\n' +
    'redbridge: 1 waiting, since 2026-03-05T10:00:00.000Z. Not tried yet.\n';
  expect([await webhooks(), stdout]).toEqual([0, waiting]);
  stdout = '';
  await wait('redbridge', 1, 'It cannot be reached (ECONNREFUSED).', true);
  const givenUp = 'redbridge: 1 given up, since 2026-03-01T10:00:00.000Z. It cannot be reached (ECONNREFUSED).\n';
  expect([await webhooks(), stdout]).toEqual([1, givenUp + waiting]);
});
