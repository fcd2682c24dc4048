import { BANK_HOLIDAYS_TO } from '@hub/contract';
import { ConfigError } from '@hub/subgraph-kit';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { londonScp } from '../../london-scp';
import { escalateSilence } from './escalate-silence';
import { holidaysWarning } from './holidays-warning';
import { readMovementSettings } from './movement-settings';
import { removeEnded } from './remove-ended';
import { renewClocks } from './renew-clocks';

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp);
});
afterAll(() => london?.close());

const rows = <Row>(sql: string, ...parameters: unknown[]) => london.dataSource.query<Row[]>(sql, parameters);
const ids = async (sql: string) => (await rows<{ id: string }>(`${sql} ORDER BY 1`)).map(({ id }) => id);
const silent = () => ids('SELECT id FROM child_movement WHERE acknowledged_at IS NULL AND closed_at IS NULL');
const escalated = () => ids('SELECT movement_id AS id FROM movement_escalation');

describe('silence of a destination', () => {
  it('is late under no rule, and so escalates nothing', async () => {
    await renewClocks(london.dataSource);
    expect(await escalateSilence(london.dataSource, ['duty manager'])).toBe(0);
    expect((await silent()).length).toBeGreaterThan(3);
  });

  it('has a clock as soon as a rule is recorded, also where nothing else happens', async () => {
    await rows(
      `INSERT INTO procedure_rule (id, procedure_id, code, amount, unit, starts_at, counts_start_day, valid_from, stated_by,
         source, is_reference)
       VALUES ('london-procedures:acknowledgement:2020', 'london-procedures', 'ACKNOWLEDGEMENT', 48, 'HOURS', 'NOTIFICATION',
         false, '2020', 'A test', 'A test', false)`,
    );
    expect(await renewClocks(london.dataSource)).toBe(true);
    expect(await renewClocks(london.dataSource)).toBe(false);
    const due = await ids(
      `SELECT movement_id AS id FROM movement_clock JOIN movement_event USING (movement_id)
       WHERE code = 'ACKNOWLEDGEMENT' AND position = 0 AND due_at = recorded_at + interval '48 hours'`,
    );
    expect(due).toEqual(await ids('SELECT id FROM child_movement WHERE closed_at IS NULL'));
  });

  it('has a clock again that was not known, also of what has ended, once other bank holidays are known', async () => {
    const due = () =>
      rows(
        `SELECT movement_id, due_at FROM movement_clock WHERE code = 'TRANSFER_IN_CONFERENCE' AND due_at IS NOT NULL
         ORDER BY 1`,
      );
    const before = await due();
    // As it was written while the bank holidays ended earlier.
    await rows(`UPDATE movement_clock SET due_at = NULL WHERE code = 'TRANSFER_IN_CONFERENCE'`);
    await rows(`UPDATE loaded_source SET checksum = 'of an earlier table' WHERE name = 'rules of clocks'`);
    expect(await due()).toEqual([]);
    expect(await renewClocks(london.dataSource)).toBe(true);
    expect(await due()).toEqual(before);
    expect(await renewClocks(london.dataSource)).toBe(false);
  });

  it('is taken once to those of the route, whichever process of the hub sees it first', async () => {
    const route = ['duty manager', 'assistant director'];
    const heard: { movement: string; partnerships: string[] }[] = [];
    const runner = london.dataSource.createQueryRunner();
    const client = await runner.connect();
    client.on('notification', ({ payload }: { payload: string }) => heard.push(JSON.parse(payload)));
    await client.query('LISTEN hub_feed');
    const counts = await Promise.all([1, 2, 3].map(() => escalateSilence(london.dataSource, route)));
    expect(await escalated()).toEqual(await silent());
    expect(counts.reduce((sum, count) => sum + count)).toBe((await silent()).length);
    expect(await rows('SELECT DISTINCT code, route FROM movement_escalation')).toEqual([
      { code: 'ACKNOWLEDGEMENT', route },
    ]);
    expect(await escalateSilence(london.dataSource, route)).toBe(0);
    await client.query('UNLISTEN hub_feed');
    client.removeAllListeners('notification');
    await runner.release();
    expect(heard.map(({ movement }) => movement).sort()).toEqual(await silent());
    for (const { partnerships } of heard) expect(partnerships.length).toBeGreaterThan(0);
  });
});

describe('retention of movements', () => {
  const old = () => ids(`SELECT id FROM child_movement WHERE closed_at < now() - interval '200 days'`);
  /** They go in batches, each of which is written down. */
  const removals = () =>
    rows(`SELECT reason, period_days, sum(movements)::int AS movements, sum(messages)::int AS messages
          FROM movement_removal GROUP BY 1, 2 ORDER BY 1`);

  it('removes what ended before the period, and writes down how many and why, and not what', async () => {
    const [waiting, ...rest] = await old();
    const others = await ids(
      `SELECT id FROM child_movement WHERE closed_at IS NULL OR closed_at >= now() - interval '200 days'`,
    );
    expect(rest.length).toBeGreaterThan(3);
    expect(others.length).toBeGreaterThan(3);
    await rows(
      `INSERT INTO movement_delivery (recipient, movement_id, message_id, body, created_at)
       VALUES ('lambeth', $1, 'waits', '{}', '2020-01-01')`,
      waiting,
    );
    await rows(
      `INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome, refusal, settled_at)
       VALUES ('of-the-removed', $1, 'lambeth', '{}', now(), 'RECORDED', NULL, now()),
              ('of-none', 'movement:none', 'lambeth', '{}', '2020-01-01', 'REFUSED', '{}', '2020-01-01'),
              ('of-none-yet', 'movement:none', 'lambeth', '{}', now(), 'REFUSED', '{}', now())`,
      rest[0],
    );
    await rows(`INSERT INTO webhook_receiver VALUES ('lambeth', 'https://cms.example/')`);
    const webhook = (movement: string, givenUpAt: string) =>
      rows(
        `INSERT INTO movement_webhook (partnership, movement_id, topic, given_up_at) VALUES ('lambeth', $1, 'movement', ${givenUpAt})`,
        movement,
      );
    await webhook(rest[0]!, 'NULL');
    await webhook(waiting!, 'NULL');
    await webhook('movement:none', `now() - interval '201 days'`);
    const removed = await Promise.all([1, 2].map(() => removeEnded(london.dataSource, 200)));
    expect(removed[0]! + removed[1]!).toBe(rest.length);
    expect(await old()).toEqual([waiting]);
    expect(await ids('SELECT id FROM child_movement')).toEqual([...others, waiting].sort());
    expect(await ids('SELECT DISTINCT movement_id AS id FROM movement_event')).toEqual([...others, waiting].sort());
    expect(await ids('SELECT id FROM movement_message')).toEqual(['of-none-yet']);
    expect(await ids('SELECT movement_id AS id FROM movement_webhook')).toEqual([waiting]);
    expect(await removals()).toEqual([
      { reason: expect.stringMatching(/^Closed or withdrawn/), period_days: 200, movements: rest.length, messages: 1 },
      { reason: expect.stringMatching(/^Messages of no movement/), period_days: 200, movements: 0, messages: 1 },
    ]);
  });

  it('writes nothing down where nothing is removed', async () => {
    const before = await removals();
    expect(await removeEnded(london.dataSource, 200)).toBe(0);
    expect(await removals()).toEqual(before);
  });

  it('removes a movement once its last delivery was taken', async () => {
    await rows('UPDATE movement_delivery SET acknowledged_at = now()');
    expect(await removeEnded(london.dataSource, 200)).toBe(1);
    expect(await rows('SELECT 1 FROM movement_delivery')).toEqual([]);
  });
});

describe('what the London SCP decides about movements', () => {
  it('is nothing by default: no route, and nothing removed', () => {
    expect(readMovementSettings({})).toEqual({ escalationRoute: ['NOT_SPECIFIED'], retentionDays: null });
  });

  it('is read from the environment', () => {
    expect(
      readMovementSettings({ MOVEMENT_ESCALATION_ROUTE: 'duty manager, director', MOVEMENT_RETENTION_DAYS: '93' }),
    ).toEqual({ escalationRoute: ['duty manager', 'director'], retentionDays: 93 });
  });

  it.each([
    ['MOVEMENT_ESCALATION_ROUTE', 'duty manager,,director'],
    ['MOVEMENT_RETENTION_DAYS', '0'],
    ['MOVEMENT_RETENTION_DAYS', '92'],
    ['MOVEMENT_RETENTION_DAYS', 'a year'],
  ])('names %s where it is "%s"', (variable, value) => {
    const read = () => readMovementSettings({ [variable]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(variable);
  });
});

describe('the end of the known bank holidays', () => {
  const year = Number(BANK_HOLIDAYS_TO.slice(0, 4));

  it('is nothing to speak of more than a year ahead', () => {
    expect(holidaysWarning(`${year - 1}-12-30`)).toBeNull();
  });

  it.each([`${year - 1}-12-31`, `${year}-06-01`, `${year + 1}-01-01`])(
    'is warned of at a start on %s, with the remedy',
    (today) => {
      expect(holidaysWarning(today)).toMatch(new RegExp(`until ${BANK_HOLIDAYS_TO}.*npm run bank-holidays`));
    },
  );
});
