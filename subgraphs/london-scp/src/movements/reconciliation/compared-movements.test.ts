import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { londonScp } from '../../london-scp';
import { comparedMovements } from './compared-movements';

describe('the movements that are compared', () => {
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp, { demo: false });
    // Five years of a city: nearly all ended long ago.
    await london.dataSource.query(
      `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, permanence,
         planning, state, since, notified_at, closed_at, responsible_code, is_synthetic)
       SELECT 'movement:' || n, n, 'MISSING', 'E09000022', 'E09000026', '2020-01-01', 'PERMANENT', 'PLANNED',
         CASE n % 50 WHEN 0 THEN 'NOTIFIED' ELSE 'CLOSED' END, '2020-01-01', '2020-01-01',
         CASE n % 50 WHEN 0 THEN NULL WHEN 1 THEN now() ELSE timestamptz '2020-06-01' END, 'E09000022', false
       FROM generate_series(1, 20000) AS n`,
    );
    await london.dataSource.query('ANALYZE child_movement');
  });
  afterAll(() => london?.close());

  it('are those that are open, those that ended lately, and those that a side names', async () => {
    const ids = (await comparedMovements(london.dataSource, ['movement:2', 'movement:50'], new Date())).map(
      ({ id }) => id,
    );
    const expected = Array.from({ length: 400 }, (_, index) => [
      `movement:${50 * index + 50}`,
      `movement:${50 * index + 1}`,
    ]);
    expect(ids.sort()).toEqual([...expected.flat(), 'movement:2'].sort());
  });

  it('are found by index among all that ended before', async () => {
    const { dataSource } = london;
    let plan = '';
    const explained = {
      async query(sql: string, values: unknown[]) {
        plan = JSON.stringify(await dataSource.query(`EXPLAIN ${sql}`, values));
        return [];
      },
    };
    await comparedMovements(explained as unknown as typeof dataSource, ['movement:2'], new Date());
    for (const index of ['child_movement_open', 'child_movement_closed', 'child_movement_pkey']) {
      expect(plan).toContain(`Bitmap Index Scan on ${index} `);
    }
    expect(plan).not.toContain('Seq Scan on child_movement');
  });
});
