import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';
import { ownMovementsSql } from './own-movements';
import { inboxSql } from './own-steps';

const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'] as const;
/** Of the range that is never issued. */
const [CHILD, OTHER] = ['9990000018', '9990000034'] as const;
const purpose = 'CROSS_BOUNDARY_MOVEMENT' as const;
const own = { partnership: 'tri-borough', purpose, isAtHome: true };
const duty = (organisation: string) => requestIdentityOf('duty-team', { ...own, organisation });
const system = requestIdentityOf('partnership-system', { ...own, organisation: 'tri-borough' });
const nineYearsAgo = fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365);

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let subgraph: OpenSubgraph;
/** From Hammersmith, and to Hammersmith without a notice. */
let leaving: string;
let arrived: string;
/** From Kensington. */
let neighbours: string;

beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      id: 'tri-borough',
      typeName: 'TriBoroughPartnership',
      localAuthorities: [HAMMERSMITH, KENSINGTON],
      factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
    }),
    { demo: false },
  );
  leaving = await notified(HAMMERSMITH, CHILD);
  neighbours = await notified(KENSINGTON, CHILD);
  const arrival = { nhsNumber: OTHER, dateOfBirth: nineYearsAgo, origin: REDBRIDGE, arrivedOn: todayInLondon() };
  arrived = await record('recordArrival', 'RecordArrivalInput', arrival, duty(HAMMERSMITH));
});
afterAll(() => subgraph?.close());

async function notified(origin: string, nhsNumber: string): Promise<string> {
  const input = {
    ...{ nhsNumber, dateOfBirth: nineYearsAgo, category: 'CHILD_IN_NEED_PLAN', origin, destination: REDBRIDGE },
    ...{ permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false },
  };
  return record('notifyMovement', 'NotifyMovementInput', input, duty(origin));
}

async function record(name: string, type: string, input: object, who: RequestIdentity): Promise<string> {
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { movement userErrors { code } } }`;
  const { data, errors } = await subgraph.askOwn(query, { input: { id: randomUUID(), ...input } }, who);
  expect([errors, (data as Data).done.userErrors]).toEqual([undefined, []]);
  return (data as Data).done.movement as string;
}

async function ask(query: string, who: RequestIdentity): Promise<Data> {
  const { data, errors } = await subgraph.askOwn(query, {}, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

async function idsOf(who: RequestIdentity, more = ''): Promise<string[]> {
  const { movements } = await ask(`{ movements(first: 10 ${more}) { edges { node { id } } } }`, who);
  return movements.edges.map(({ node }: { node: { id: string } }) => node.id).sort();
}

describe('the movements that are read at home', () => {
  it("are those of the caller's own authority, and to the system of all that it covers", async () => {
    expect(await idsOf(duty(HAMMERSMITH))).toEqual([leaving, arrived].sort());
    expect(await idsOf(duty(KENSINGTON))).toEqual([neighbours]);
    expect(await idsOf(system)).toEqual([leaving, arrived, neighbours].sort());
    expect(await idsOf(duty(REDBRIDGE))).toEqual([]);
  });

  it('are shown with their steps, on their way to the hub, and with the own record', async () => {
    const { movement } = await ask(
      `{ movement(id: "${leaving}") { state originCode destinationCode endedAt
         steps { move side authority recordedAt } record { id status } } }`,
      duty(HAMMERSMITH),
    );
    expect(movement).toEqual({
      ...{ state: 'NOTIFIED', originCode: HAMMERSMITH, destinationCode: REDBRIDGE, endedAt: null },
      steps: [{ move: 'NOTIFY', side: 'ORIGIN', authority: HAMMERSMITH, recordedAt: null }],
      record: { id: `tri-borough/${leaving}/origin`, status: 'OPEN' },
    });
  });

  it('are shown with what their notice says, what may be done next, and what is awaited', async () => {
    const { movement } = await ask(
      `{ movement(id: "${leaving}") { notice { category circumstances planning } nextSteps { move side }
         awaiting { move authority clock } } }`,
      duty(HAMMERSMITH),
    );
    expect(movement.notice).toEqual({ category: 'CHILD_IN_NEED_PLAN', circumstances: [], planning: 'PLANNED' });
    expect(movement.nextSteps).toContainEqual({ move: 'AMEND_NOTICE', side: 'ORIGIN' });
    expect(movement.awaiting).toEqual([
      { move: 'ACKNOWLEDGE', authority: REDBRIDGE, clock: null },
      { move: 'SHARE_INFORMATION', authority: HAMMERSMITH, clock: null },
    ]);
    const without = await ask(`{ movement(id: "${arrived}") { notice { category } nextSteps { move } } }`, system);
    expect(without.movement).toEqual({ notice: null, nextSteps: [] });
  });

  it('come page by page, and by how the own record stands', async () => {
    const page = (after: string) =>
      ask(`{ movements(first: 1 ${after}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`, system);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { edges, pageInfo } = (await page(after)).movements;
      seen.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    expect(seen.sort()).toEqual([leaving, arrived, neighbours].sort());
    expect(await idsOf(system, 'status: CLOSED')).toEqual([]);
    expect(await idsOf(system, 'status: OPEN')).toHaveLength(3);
  });

  it('are nothing to another authority of the same partnership, and that it asked is on record with the child', async () => {
    const { movement, childRecord } = await ask(
      `{ movement(id: "${leaving}") { id } childRecord(id: "tri-borough/${leaving}/origin") { id } }`,
      duty(KENSINGTON),
    );
    expect([movement, childRecord]).toEqual([null, null]);
    const rows = await subgraph.dataSource.query<{ body: string }[]>(
      'SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 1',
    );
    const [{ pseudonym }] = await subgraph.dataSource.query<[{ pseudonym: string }]>(
      'SELECT child_pseudonym AS pseudonym FROM child_record WHERE movement_id = $1',
      [leaving],
    );
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ unseen: [pseudonym], organisation: KENSINGTON });
  });
});

describe('the inbox', () => {
  it('holds what the hub has recorded and the partnership has fetched, of own movements alone', async () => {
    await subgraph.dataSource.query(
      `INSERT INTO movement_event (movement_id, position, message_id, recorded_at, body)
       SELECT movement_id, 0, id, now(), (body -> 'event') || jsonb_build_object('recordedAt', '2026-01-05T09:00:00.000Z')
       FROM movement_outbox`,
    );
    const inboxOf = async (who: RequestIdentity) => {
      const { inbox } = await ask('{ inbox(first: 10) { edges { node { movement move recordedAt } } } }', who);
      return inbox.edges.map(({ node }: { node: { movement: string } }) => node);
    };
    const notice = { move: 'NOTIFY', recordedAt: '2026-01-05T09:00:00.000Z' };
    expect(await inboxOf(duty(HAMMERSMITH))).toEqual([{ movement: leaving, ...notice }]);
    expect(await inboxOf(system)).toHaveLength(2);
    const { movement } = await ask(`{ movement(id: "${leaving}") { steps { move recordedAt } } }`, duty(HAMMERSMITH));
    expect(movement.steps).toEqual([notice]);
  });
});

it('the partnership itself leads to all that it publishes, and to what waits for the hub', async () => {
  const { partnership } = await ask(
    `{ partnership { id bodies { id } undeliveredMessages(first: 5) { edges { node { movement } } } } }`,
    system,
  );
  expect(partnership.id).toBe('tri-borough');
  expect(partnership.bodies.length).toBeGreaterThan(2);
});

describe('a page of many own rows', () => {
  beforeAll(async () => {
    await subgraph.dataSource.query(
      `INSERT INTO child_record
       SELECT (jsonb_populate_record(one, jsonb_build_object('movement_id', 'movement:' || n, 'notified_at', now() - n * interval '1 minute') ||
         CASE WHEN n % 20 = 0 THEN '{}' ELSE jsonb_build_object('authority', $2::text, 'origin_code', $2::text) END)).*
       FROM child_record AS one, generate_series(1, 20000) AS n WHERE movement_id = $1`,
      [leaving, KENSINGTON],
    );
    await subgraph.dataSource.query(
      `INSERT INTO movement_event
       SELECT 'movement:' || n, 0, 'message:' || n, now() - n * interval '1 minute', body
       FROM movement_event, generate_series(1, 20000) AS n WHERE movement_id = $1`,
      [leaving],
    );
    await subgraph.dataSource.query('ANALYZE child_record, movement_event');
  });

  const planOf = async (sql: string, parameters: unknown[]) => {
    const rows = await subgraph.dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, parameters);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it.each([
    ['the system', true, 'child_record_latest'],
    ['an authority', false, 'child_record_own_latest'],
  ])('is read in the order of an index, and sorts none of them, for %s', async (_who, isSystem, index) => {
    const code = isSystem ? null : HAMMERSMITH;
    for (const after of [[], [`${Date.now() - 60_000_000}000`, 'movement:5']]) {
      const movements = await planOf(ownMovementsSql(isSystem, after.length > 0), [null, code, 11, ...after]);
      expect(movements).toContain(`using ${index} on child_record`);
      expect(movements).not.toContain('Sort');
      const inbox = await planOf(inboxSql(isSystem, after.length > 0), [11, code, ...after]);
      expect(inbox).toContain('using movement_event_latest on movement_event');
    }
  });

  it('follows the one before without a gap', async () => {
    const page = (after: string) =>
      ask(
        `{ movements(first: 50 ${after}) { edges { node { id } cursor } pageInfo { endCursor } } }`,
        duty(HAMMERSMITH),
      );
    const first = (await page('')).movements;
    const second = (await page(`after: "${first.edges[24].cursor}"`)).movements;
    expect(second.edges.slice(0, 25)).toEqual(first.edges.slice(25));
  });
});
