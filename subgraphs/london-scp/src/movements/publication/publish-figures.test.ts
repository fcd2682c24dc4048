import { encodeCursor } from '@hub/contract';
import { fillClocks, fillMovements, type Filling } from '../../../../../test/support/fill-movements';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';
import { duePeriods } from './due-periods';
import { publishFigures } from './publish-figures';

const CAMDEN = 'E09000007';
const DAY = 86_400_000;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
beforeEach(async () => {
  for (const table of ['child_movement', 'movement_message', 'movement_publication']) {
    await london.dataSource.query(`DELETE FROM ${table}`);
  }
});
afterAll(() => london?.close());

const run = (sql: string) => london.dataSource.query(sql);
const publishAt = (instant: string | number) => publishFigures(london.dataSource.manager, new Date(instant));
const moved = (count: number, notifiedOn: string, more: Partial<Filling> = {}) =>
  fillMovements(london.dataSource, { count, notifiedOn, origin: LAMBETH, destination: REDBRIDGE, ...more });

async function asked(fields: string) {
  const { data, errors } = await london.ask(`{ londonScp { ${fields} } }`, {}, requestIdentityOf('analyst'));
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  return data!['londonScp'] as any;
}

const PERIODS = 'from: "2025-01-01", to: "2026-12-31", first: 100';
const FLOWS = `movementFlows(${PERIODS}) { edges { node { quarter value } } }`;
const COUNTS = '{ movementCounts(from: "2025-01-01", to: "2026-12-31") { quarter category value } }';
const TIMELINESS = `movementTimeliness(${PERIODS}) { edges { node { year state value } } }`;
const STANDING = `overdueMovements { counts { value } total { value } } disputedMovements { asOf origins { value } total { value } }
  distantPlacementsWithoutApproval { counts { value } total { value } } childrenMovedOften { value } undelivered { count }`;
const flows = async () => (await asked(FLOWS)).movementFlows.edges.map(({ node }: { node: object }) => node);
const everything = async () =>
  JSON.stringify([
    await asked(`${FLOWS} ${TIMELINESS}`),
    (await london.ask(COUNTS, {}, requestIdentityOf('analyst'))).data,
  ]);

describe('the numbers of a period', () => {
  it('are not there while it runs, nor for 30 days after, whatever comes in', async () => {
    await moved(29, '2026-02-01');
    await publishAt('2026-03-31T12:00:00Z');
    expect(await flows()).toEqual([]);
    await publishAt('2026-04-29T12:00:00Z');
    expect(await flows()).toEqual([]);
    await publishAt('2026-04-30T12:00:00Z');
    expect(await flows()).toEqual([{ quarter: '2026-Q1', value: 25 }]);
  });

  it.each([
    ['a late notice', () => moved(1, '2026-02-01')],
    ['a removal', () => run('DELETE FROM child_movement WHERE id = (SELECT min(id) FROM child_movement)')],
    ['a withdrawal', () => run("UPDATE child_movement SET state = 'WITHDRAWN', closed_at = now()")],
    ['a correction of the category', () => run("UPDATE child_movement SET category = 'OTHER'")],
    ['a limit that was met after all', () => run('UPDATE movement_clock SET met_at = due_at')],
  ])('do not change by %s: the last of them would show as a step', async (_, happens) => {
    // Each stands at the edge of its band, where one child is enough.
    const ids = [...(await moved(10, '2025-12-01')), ...(await moved(10, '2026-02-01'))];
    await fillClocks(london.dataSource, ids, 'RETURN_HOME_INTERVIEW', { dueAt: '2025-12-05' });
    await publishAt('2026-05-01T12:00:00Z');
    const before = await everything();
    expect(before).toContain('"value":10');
    await happens();
    await publishAt('2026-06-01T12:00:00Z');
    expect(await everything()).toBe(before);
  });

  it('are not cut by a cursor that nobody gave: it counts nothing', async () => {
    await moved(5, '2026-01-10');
    await moved(5, '2026-03-10', { destination: CAMDEN });
    await publishAt('2026-05-01T12:00:00Z');
    const all = await flows();
    for (const key of [
      ['2026-02-14', '', ''],
      ['2026-Q1', LAMBETH, ''],
      ['2026-Q1', '', ''],
      ['2025', '', ''],
    ]) {
      const after = encodeCursor(key);
      const { data, errors = [] } = await london.ask(
        `{ londonScp { movementFlows(${PERIODS}, after: "${after}") { edges { node { quarter value } } } } }`,
        {},
        requestIdentityOf('analyst'),
      );
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      const edges = (data!['londonScp'] as any).movementFlows?.edges ?? [];
      for (const { node } of edges) expect(all).toContainEqual(node);
      expect(errors.length === 0 || errors[0]!.extensions['argument'] === 'after').toBe(true);
    }
  });

  it('are published once, by whichever process comes first', async () => {
    await moved(9, '2026-02-01');
    const now = new Date('2026-05-01T12:00:00Z');
    await Promise.all([1, 2, 3].map(() => london.dataSource.transaction((manager) => publishFigures(manager, now))));
    expect(await flows()).toEqual([{ quarter: '2026-Q1', value: 5 }]);
  });

  it('begin with the first notice, and at most ten years ago', () => {
    const names = (cut: 'QUARTER' | 'YEAR', earliest: string) =>
      duePeriods(cut, earliest, '2026-04-30').map(({ name }) => name);
    expect(names('QUARTER', '2025-09-30')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
    expect(names('YEAR', '2024-12-31')).toEqual(['2024', '2025']);
    expect(names('YEAR', '2026-01-01')).toEqual([]);
    expect(names('QUARTER', '0001-01-01')).toHaveLength(40);
  });
});

describe('the numbers of now', () => {
  const MONDAY = Date.parse('2026-05-04T12:00:00Z');
  const dispute = () => moved(1, '2026-05-01', { state: 'DISPUTED' });
  const disputed = async () => (await asked('disputedMovements { total { value } }')).disputedMovements.total.value;

  it.each([
    ['a dispute', dispute],
    ['a limit that passes', async () => fillClocks(london.dataSource, await moved(1, '2026-05-01'), 'RETURN_HOME_INTERVIEW', { dueAt: '2026-05-02' })],
    ['a placement that nobody approved', async () => {
      await moved(1, '2026-05-01');
      await run("UPDATE child_movement SET placement_distance = 'AT_A_DISTANCE', placement_starts_on = '2026-05-01'");
    }],
    ['a third notice of a child', () => moved(3, '2026-05-01', { state: 'CLOSED', child: 'p1:1:often' })],
    ['a message that is refused', () => run(`INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome, refusal, settled_at)
       VALUES ('m', 'm', 'lambeth', '{}', now(), 'REFUSED', '{"code": "X"}', now())`)],
  ])('do not tell the first child of %s from none, however long one waits', async (_, happens) => {
    await publishAt(MONDAY);
    const none = JSON.stringify({ ...(await asked(STANDING)) }).replaceAll(/"asOf":"[^"]+"/g, '');
    await happens();
    await publishAt(MONDAY + 8 * DAY);
    expect(JSON.stringify(await asked(STANDING)).replaceAll(/"asOf":"[^"]+"/g, '')).toBe(none);
  }); // prettier-ignore

  it('do not step from four to five as the fifth comes, but with the publication of a week', async () => {
    await moved(4, '2026-05-01', { state: 'DISPUTED' });
    await publishAt(MONDAY);
    expect(await disputed()).toBeNull();
    await dispute();
    for (const later of [1, DAY, 7 * DAY - 1]) {
      await publishAt(MONDAY + later);
      expect(await disputed()).toBeNull();
    }
    await publishAt(MONDAY + 7 * DAY);
    expect(await disputed()).toBe(5);
  });

  it('are seven days apart, whoever publishes and however often: no two lie at the ends of a Sunday night', async () => {
    const instants = new Set<string>();
    for (let hour = 0; hour < 24 * 30; hour += 13) {
      await Promise.all([1, 2].map(() => publishAt(MONDAY + hour * 3_600_000)));
      instants.add((await asked('disputedMovements { asOf }')).disputedMovements.asOf);
    }
    const sorted = [...instants].map((instant) => Date.parse(instant)).sort((one, other) => one - other);
    expect(sorted.length).toBeGreaterThan(3);
    sorted.slice(1).forEach((instant, index) => expect(instant - sorted[index]!).toBeGreaterThanOrEqual(7 * DAY));
  });

  it('are counted by no question', async () => {
    await publishAt(MONDAY);
    london.statements.reset();
    await asked(
      'overdueMovements { total { value } } disputedMovements { total { value } } childrenMovedOften { value }',
    );
    expect(london.statements.count()).toBeLessThanOrEqual(4);
  });
});

describe('demonstration data', () => {
  it('takes what was published of it with it, and all is published anew', async () => {
    await london.reload(true);
    expect((await flows()).length).toBeGreaterThan(10);
    await london.reload(false);
    expect(await flows()).toEqual([]);
    expect((await asked('disputedMovements { total { value } }')).disputedMovements.total.value).toBeNull();
  });
});
