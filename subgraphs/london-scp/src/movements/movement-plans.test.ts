import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';
import { FLOWS } from './counts/movement-flow';
import { OVERDUE } from './counts/overdue-movements';
import { INBOX } from './exchange/movement-inbox';
import { UNDELIVERED } from './exchange/undelivered-messages';
import { PUBLISHED_PERIODS } from './publication/published';
import { movementsOf } from './parties/party-movements';
import type { MovementFilter } from './parties/movement-filter';
import { HISTORIES } from './timeline/history-loaders';

const LAMBETH = 'E09000022';

/** A year of London, each row as wide as a real one, and in it few that are open and fewer that are late, as in any year. */
const MOVEMENTS = `
  INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, permanence,
    planning, state, since, notified_at, closed_at, responsible_code, is_synthetic)
  SELECT 'movement:' || lpad(n::text, 26, '0'), 'p1:1:' || lpad((n / 2)::text, 43, '0'), 'MISSING', codes[1 + n % 33], codes[1 + (n + 1 + n / 33 % 31) % 33], day,
    'PERMANENT', 'PLANNED', CASE WHEN n % 20 > 0 THEN 'CLOSED' WHEN n % 100 = 0 THEN 'DISPUTED' ELSE 'NOTIFIED' END,
    day, day, CASE WHEN n % 20 > 0 THEN day + 30 END, codes[1 + n % 33], true
  FROM generate_series(1, 20000) n,
    LATERAL (SELECT DATE '2026-01-01' + n * 364 / 20000 AS day) AS notice,
    (SELECT array_agg(gss_code ORDER BY gss_code) AS codes FROM local_authority) AS london`;
const EVENTS = `
  INSERT INTO movement_event (movement_id, position, message_id, move, side, authority, occurred_at, recorded_at, state,
    body)
  SELECT id, position, id || '/' || position, 'NOTIFY', 'ORIGIN', origin_code, notified_at, notified_at, 'NOTIFIED',
    '{"data": {}}'
  FROM child_movement, generate_series(0, 5) AS position`;
const CLOCKS = `
  INSERT INTO movement_clock (movement_id, code, rule_id, started_at, due_at, met_at)
  SELECT id, code, 'rule', notified_at, notified_at + interval '3 days',
    CASE WHEN closed_at IS NOT NULL OR code = 'HOUSING_NOTICE' THEN notified_at + interval '1 day' END
  FROM child_movement, unnest(ARRAY['ACKNOWLEDGEMENT', 'HOUSING_NOTICE']) AS code`;

/** Nearly all are recorded and taken. */
const MESSAGES = `
  INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome, settled_at)
  SELECT id, id, 'lambeth', '{}', notified_at, CASE WHEN right(id, 3) = '000' THEN 'HELD' ELSE 'RECORDED' END,
    CASE WHEN right(id, 3) <> '000' THEN notified_at END FROM child_movement`;
const DELIVERIES = `
  INSERT INTO movement_delivery (recipient, movement_id, message_id, body, created_at, acknowledged_at, problem, problem_at)
  SELECT 'lambeth', id, id, '{}', notified_at, CASE WHEN right(id, 2) <> '00' THEN notified_at END,
    CASE WHEN right(id, 3) = '000' THEN 'NOT_STORED' END, CASE WHEN right(id, 3) = '000' THEN notified_at END
  FROM child_movement`;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
  for (const sql of [MOVEMENTS, EVENTS, CLOCKS, MESSAGES, DELIVERIES]) await london.dataSource.query(sql);
  // Outside a transaction, so that an index alone can answer.
  for (const table of ['child_movement', 'movement_event', 'movement_clock', 'movement_message', 'movement_delivery']) {
    await london.dataSource.query(`VACUUM (ANALYZE) ${table}`);
  }
});
afterAll(() => london?.close());

async function planOf(sql: string, parameters: unknown[] = []): Promise<string> {
  const rows = await london.dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, parameters);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('of 20,000 movements', () => {
  it('the histories of a page are read by their key', async () => {
    const plan = await planOf(HISTORIES, [
      Array.from({ length: 100 }, (_, n) => `movement:${String(n * 150).padStart(26, '0')}`),
    ]);
    expect(plan).toContain('movement_event_pkey');
    expect(plan).not.toContain('Seq Scan');
  });

  it('what waits for a partnership is read in its order, and no more of it than is asked', async () => {
    const plan = await planOf(INBOX, ['lambeth', 100]);
    expect(plan).toContain('Index Scan using movement_delivery_waiting');
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });

  it('what a partnership is to see to is found by the indexes of what was not recorded and not taken', async () => {
    const plan = await planOf(UNDELIVERED, ['lambeth', '-infinity', '', true, [], 101, false]);
    expect(plan).toContain('movement_message_undelivered');
    expect(plan).toContain('movement_delivery_problem');
    expect(plan).not.toContain('Seq Scan');
  });

  it('what is overdue is found by the indexes of clocks that run and of movements that are open', async () => {
    const plan = await planOf(OVERDUE, [new Date()]);
    expect(plan).toContain('Index Only Scan using movement_clock_running');
    expect(plan).toContain('Index Only Scan using child_movement_open');
    expect(plan).not.toContain('Seq Scan');
  });

  it('flows are counted from an index alone, also over the whole time', async () => {
    for (const from of ['2026-10-01', '2021-01-01']) {
      const plan = await planOf(FLOWS, [from, '2026-12-31']);
      expect(plan).toContain('Index Only Scan using child_movement_flows');
      expect(plan).not.toContain('Seq Scan');
    }
  });

  it('what was published is read by its key', async () => {
    await london.dataSource.query(
      `INSERT INTO movement_publication (figure, period, published_at, is_synthetic, numbers)
       SELECT 'FLOWS', year || '-Q' || quarter, now(), false, '[]'
       FROM generate_series(1000, 9999) AS year, generate_series(1, 4) AS quarter`,
    );
    await london.dataSource.query('ANALYZE movement_publication');
    const plan = await planOf(PUBLISHED_PERIODS, ['FLOWS', '2021-Q1', '2026-Q4']);
    expect(plan).toContain('Index Scan using movement_publication_pkey');
  });

  it.each<[string, MovementFilter, string[]]>([
    ['open ones', { isOverdue: true }, ['child_movement_open_by_origin', 'child_movement_open_by_destination']],
    ['disputed ones', { isDisputed: true }, ['child_movement_disputed']],
    ['those with a counterpart', { counterpart: 'E09000026' }, ['child_movement_by_pair']],
    ['those of a category', { category: 'MISSING' as never }, ['child_movement_by_origin']],
    ['those of children moved often', { childMovedAtLeast: 2 }, ['child_movement_by_child']],
  ])("a party's %s are found by an index", async (_, filter, indexes) => {
    const page = { codes: [LAMBETH], place: ['infinity', ''], wanted: 21, filter };
    const plan = await planOf(...movementsOf(london.dataSource, page).getQueryAndParameters());
    for (const index of indexes) expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan');
  });
});
