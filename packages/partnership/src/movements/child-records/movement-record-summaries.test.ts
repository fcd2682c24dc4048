import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { anonymous, requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';
import { movementRecordSummaries } from './movement-record-summaries';

const [LAMBETH, REDBRIDGE] = ['E09000022', 'E09000026'];
const QUERY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on HoldsChildRecords {
  movementRecordSummaries { movementId side authority status hasNotice } } } }`;
const of = [{ __typename: 'LambethPartnership', id: 'lambeth' }];

describe("how a partnership's records for movements stand", () => {
  let lambeth: OpenSubgraph;
  beforeAll(async () => {
    lambeth = await openSubgraph(
      definePartnership({
        ...{ id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [LAMBETH!] },
        factsFolder: join(__dirname, '../../../../../subgraphs/lambeth/facts'),
      }),
      { demo: false },
    );
  });
  afterAll(() => lambeth?.close());
  beforeEach(() => lambeth.dataSource.query('DELETE FROM child_record'));

  /** A record at the origin, unless the child comes. */
  async function keeps(id: string, status: string, { comes = false, endedDaysAgo = -1, hasNotice = true } = {}) {
    await lambeth.dataSource.query(
      `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
         opened_on, closed_on, notified_at, ended_at, is_synthetic)
       VALUES ($1, $2, $3, $1, $4, $5, $6, CASE WHEN $6 <> 'KNOWN' THEN date '2026-01-01' END,
         CASE WHEN $6 = 'CLOSED' THEN date '2026-02-01' END, CASE WHEN $7 THEN timestamptz '2026-01-01' END,
         CASE WHEN $8 >= 0 THEN now() - make_interval(days => $8) END, false)`,
      [
        ...[`movement:${id}`, comes ? 'DESTINATION' : 'ORIGIN', LAMBETH, comes ? REDBRIDGE : LAMBETH],
        ...[comes ? LAMBETH : REDBRIDGE, status, hasNotice, endedDaysAgo],
      ],
    );
  }

  const ask = (requestIdentity: RequestIdentity) => lambeth.ask(QUERY, { of }, requestIdentity);

  async function summarised(): Promise<string[]> {
    return (await movementRecordSummaries(lambeth.dataSource)).map(({ movementId }) => movementId);
  }

  it('are told to the hub whoever asks it, by movement and side, without the child', async () => {
    await keeps('out', 'OPEN');
    await keeps('told-of', 'KNOWN', { comes: true });
    await keeps('unannounced', 'OPEN', { comes: true, hasNotice: false });
    const { data, errors } = await ask(requestIdentityOf('london-coordinator'));
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        {
          movementRecordSummaries: [
            { movementId: 'movement:out', side: 'ORIGIN', authority: LAMBETH, status: 'OPEN', hasNotice: true },
            {
              movementId: 'movement:told-of',
              side: 'DESTINATION',
              authority: LAMBETH,
              status: 'KNOWN',
              hasNotice: true,
            },
            {
              ...{ movementId: 'movement:unannounced', side: 'DESTINATION', authority: LAMBETH },
              ...{ status: 'OPEN', hasNotice: false },
            },
          ],
        },
      ],
    });
  });

  it('are told to nobody else, be it with every scope', async () => {
    await keeps('out', 'OPEN');
    const team = requestIdentityOf('duty-team', { organisation: LAMBETH!, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
    for (const requestIdentity of [anonymous, { ...team, isHub: false }]) {
      const { data, errors } = await ask(requestIdentity);
      expect(data).toEqual({ _entities: [{ movementRecordSummaries: null }] });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    }
  });

  it('are every open record, and every other whose movement has not ended, or ended in the last quarter and a day', async () => {
    await keeps('1-open', 'OPEN', { endedDaysAgo: 400 });
    await keeps('2-closed-too-early', 'CLOSED');
    await keeps('3-known', 'KNOWN', { comes: true });
    await keeps('4-ended-lately', 'CLOSED', { endedDaysAgo: 92 });
    await keeps('5-ended', 'CLOSED', { endedDaysAgo: 94 });
    await keeps('6-withdrawn', 'CLOSED', { comes: true, endedDaysAgo: 94 });
    await keeps('7-arrival-closed', 'CLOSED', { comes: true, hasNotice: false });
    expect(await summarised()).toEqual([
      ...['movement:1-open', 'movement:2-closed-too-early', 'movement:3-known', 'movement:4-ended-lately'],
    ]);
  });

  it('take one statement, are of no single child, and leave no record of access', async () => {
    await keeps('out', 'OPEN');
    lambeth.statements.reset();
    await ask(requestIdentityOf('london-coordinator'));
    expect(lambeth.statements.count()).toBe(1);
    expect(await lambeth.dataSource.query('SELECT * FROM audit.access_record')).toEqual([]);
  });

  it('are found by index among many that ended', async () => {
    await lambeth.dataSource.query(
      `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
         opened_on, closed_on, notified_at, ended_at, is_synthetic)
       SELECT 'movement:' || n, 'ORIGIN', $1, n, $1, $2, CASE n % 50 WHEN 0 THEN 'OPEN' ELSE 'CLOSED' END, '2020-01-01',
         CASE n % 50 WHEN 0 THEN NULL ELSE date '2020-06-01' END, '2020-01-01',
         CASE n % 50 WHEN 1 THEN NULL ELSE timestamptz '2020-06-01' END, false FROM generate_series(1, 20000) AS n`,
      [LAMBETH, REDBRIDGE],
    );
    await lambeth.dataSource.query('ANALYZE child_record');
    const { dataSource } = lambeth;
    const explained = { query: (sql: string, values: unknown[]) => dataSource.query(`EXPLAIN ${sql}`, values) };
    const plan = JSON.stringify(await movementRecordSummaries(explained as typeof dataSource));
    for (const index of ['child_record_open', 'child_record_unended', 'child_record_ended']) {
      expect(plan).toContain(`Bitmap Index Scan on ${index} `);
    }
    expect(plan).not.toContain('Seq Scan');
  });
});
