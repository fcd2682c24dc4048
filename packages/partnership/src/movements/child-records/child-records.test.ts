import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { foldEvents, MovementMove } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';
import { demonstrationMovements } from '../demonstration/movements';
import { demonstrationArrivals } from '../demonstration/arrivals';
import { demonstrationChildRecords } from '../demonstration/child-records';
import { accessDaysAfterClosing } from '../access-days';
import { recordStanding } from '../record-standing';

const TRI_BOROUGH = ['E09000013', 'E09000020', 'E09000033'];
const [HAMMERSMITH, KENSINGTON] = TRI_BOROUGH as [string, string];
const [CAMDEN, HAVERING] = ['E09000007', 'E09000016'];
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { organisation, partnership: 'any', purpose: 'CROSS_BOUNDARY_MOVEMENT' });
const brokenGlass = requestIdentityOf('duty-team', {
  ...{ organisation: HAVERING, partnership: 'havering', purpose: 'BREAK_GLASS' as const, alert: 'alert:1' },
});
const FIELDS = 'movementId childPseudonym status team { name contact } openedOn closedOn isSynthetic';

describe("a partnership's records of children who move", () => {
  let partnership: OpenSubgraph;
  beforeAll(async () => {
    partnership = await openSubgraph(
      definePartnership({
        id: 'tri-borough',
        typeName: 'TriBoroughPartnership',
        localAuthorities: TRI_BOROUGH,
        factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
      }),
    );
    await partnership.dataSource.query(
      `INSERT INTO child_record (movement_id, child_pseudonym, origin_code, destination_code, side, authority, status, team,
         opened_on, movement_state, notified_at, is_shielded, is_synthetic)
       SELECT 'movement:' || name, 'p1:1:' || name, $1, $2, 'ORIGIN', $1, 'OPEN',
         '{"name": "Team 1", "contact": "020 7946 0000"}', '2030-01-01', 'NOTIFIED', '2030-01-01', name = 'shielded', false
       FROM unnest(ARRAY['own', 'shielded']) AS name`,
      [HAMMERSMITH, CAMDEN],
    );
  });
  afterAll(() => partnership?.close());

  async function records(requestIdentity: RequestIdentity, ...ids: string[]) {
    const { data, errors } = await partnership.ask(
      `query ($representations: [_Any!]!) {
         _entities(representations: $representations) { ... on TriBoroughChildRecord { id ${FIELDS} } } }`,
      { representations: ids.map((id) => ({ __typename: 'TriBoroughChildRecord', id })) },
      requestIdentity,
    );
    expect(errors).toBeUndefined();
    return data!['_entities'] as ({ id: string; movementId: string } | null)[];
  }

  it('are answered to the authority at either side of the movement', async () => {
    for (const organisation of [HAMMERSMITH, CAMDEN]) {
      expect(await records(duty(organisation), 'tri-borough/movement:own/origin')).toEqual([
        {
          id: 'tri-borough/movement:own/origin',
          movementId: 'movement:own',
          childPseudonym: 'p1:1:own',
          status: 'OPEN',
          team: { name: 'Team 1', contact: '020 7946 0000' },
          openedOn: '2030-01-01',
          closedOn: null,
          isSynthetic: false,
        },
      ]);
    }
  });

  it('are null for a third borough, one of the same partnership included, as if there were none', async () => {
    for (const organisation of [HAVERING, KENSINGTON]) {
      partnership.statements.reset();
      expect(await records(duty(organisation), 'tri-borough/movement:own/origin')).toEqual([null]);
      const statements = partnership.statements.count();
      partnership.statements.reset();
      expect(await records(duty(organisation), 'tri-borough/movement:nowhere/origin')).toEqual([null]);
      expect(partnership.statements.count()).toBe(statements);
    }
  });

  it('leave on record which child a third borough looked for', async () => {
    await records(duty(HAVERING), 'tri-borough/movement:own/origin', 'tri-borough/movement:nowhere/origin');
    const [row] = await partnership.dataSource.query<[{ body: string }]>(
      'SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 1',
    );
    expect(JSON.parse(row.body)).toMatchObject({
      ...{ children: ['p1:1:own'], unseen: ['p1:1:own'], outcome: 'REFUSED' },
      asked: ['tri-borough/movement:nowhere/origin', 'tri-borough/movement:own/origin'],
    });
  });

  it('are null under the name of another partnership', async () => {
    expect(await records(duty(CAMDEN), 'lambeth/movement:own/origin', 'movement:own')).toEqual([null, null]);
  });

  it('are answered by id to a third borough that has broken the glass, and for no other purpose', async () => {
    expect(await records(brokenGlass, 'tri-borough/movement:own/origin')).toMatchObject([
      { movementId: 'movement:own' },
    ]);
    const other = { ...brokenGlass, declared: { purpose: 'SERIOUS_INCIDENT' as const, reason: 'A test asks.' } };
    expect(await records(other, 'tri-borough/movement:own/origin')).toEqual([null]);
  });

  it('take one statement for one and for many', async () => {
    const own = demonstrationMovements().filter(({ originCode }) => originCode === HAMMERSMITH);
    expect(own.length).toBeGreaterThan(10);
    for (const movements of [own.slice(0, 1), own]) {
      partnership.statements.reset();
      const found = await records(duty(HAMMERSMITH), ...movements.map(({ id }) => `tri-borough/${id}/origin`));
      expect(found.map((record) => record?.movementId)).toEqual(movements.map(({ id }) => id));
      expect(partnership.statements.statements.filter((sql) => sql.includes('child_record'))).toHaveLength(1);
    }
  });

  it('are kept for each side of every demonstration movement that its authorities have, as its history says', async () => {
    const rows = await partnership.dataSource.query<{ id: string; side: string; authority: string; state: string }[]>(
      `SELECT movement_id AS id, side, authority, movement_state AS state FROM child_record
       WHERE is_synthetic AND arrived_on IS NULL`,
    );
    const own = demonstrationMovements().flatMap(({ id, originCode, destinationCode, events }) => {
      const { state } = foldEvents(events)!;
      return [
        { id, side: 'ORIGIN', authority: originCode, state },
        { id, side: 'DESTINATION', authority: destinationCode, state },
      ].filter(({ authority }) => TRI_BOROUGH.includes(authority));
    });
    expect(rows).toHaveLength(own.length);
    expect(rows).toEqual(expect.arrayContaining(own));
  });

  it('of the demonstration are not all kept up, and a child has come to each authority without a notice', () => {
    const movements = demonstrationMovements(TRI_BOROUGH);
    const behind = demonstrationChildRecords('tri-borough', TRI_BOROUGH, movements).filter((record) => {
      const events = movements.find(({ id }) => id === record.movementId)?.events;
      return events && recordStanding(foldEvents(events)!, record.side, null).status !== record.status;
    });
    expect(behind.length).toBeGreaterThan(2);
    expect(behind.length).toBeLessThan(20);
    expect(demonstrationArrivals(TRI_BOROUGH).map(({ authority }) => authority)).toEqual(TRI_BOROUGH);
  });

  it('show what either side has sent, by title and checksum, in one statement for all', async () => {
    const shared = demonstrationMovements().filter(
      ({ originCode, events }) =>
        originCode === HAMMERSMITH && events.some(({ move }) => move === MovementMove.SHARE_INFORMATION),
    );
    const ask = (sides: string) =>
      partnership.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
           ... on TriBoroughChildRecord { sent { title sha256 } received { title } } } }`,
        {
          representations: shared.map(({ id }) => ({
            __typename: 'TriBoroughChildRecord',
            id: `tri-borough/${id}/${sides}`,
          })),
        },
        duty(HAMMERSMITH),
      );
    partnership.statements.reset();
    const { data, errors } = await ask('origin');
    expect(errors).toBeUndefined();
    const [first] = data!['_entities'] as [{ sent: object[]; received: object[] }];
    expect(first.sent).toEqual(
      shared[0]!.events.flatMap(({ data: { transferPack = [] } }) => transferPack).map((item) => ({ ...item })),
    );
    expect(first.received).toEqual([]);
    expect(partnership.statements.statements.filter((sql) => sql.includes('transferPack'))).toHaveLength(1);
  });

  describe('and time:', () => {
    const asked = async (organisation: string, env: NodeJS.ProcessEnv = {}) => {
      const { data } = await partnership.ask(
        `{ _entities(representations: [{ __typename: "TriBoroughChildRecord", id: "tri-borough/movement:own/origin" }]) {
             ... on TriBoroughChildRecord { movementId } } }`,
        {},
        duty(organisation),
        env,
      );
      return (data!['_entities'] as (object | null)[])[0] !== null;
    };
    const set = (notified: string | null, ended: string | null) =>
      partnership.dataSource.query(
        `UPDATE child_record SET notified_at = now() + $1::interval, ended_at = now() + $2::interval
         WHERE movement_id = 'movement:own'`,
        [notified, ended],
      );
    afterAll(() => set('-1 hour', null));

    it.each([
      ['before a notice, the own side alone sees it', null, null, '0', false],
      ['from the notice on, both do', '0 s', null, '0', true],
      ['once the movement has ended, the own side alone', '-9 days', '-1 second', '0', false],
      ['and where some days are configured, both until they are over', '-9 days', '-47 hours', '2', true],
      ['and no longer', '-9 days', '-49 hours', '2', false],
    ])('%s', async (_, notified, ended, days, isSeen) => {
      await set(notified, ended);
      const env = { MOVEMENT_ACCESS_DAYS_AFTER_CLOSING: days };
      expect(await asked(HAMMERSMITH, env)).toBe(true);
      expect(await asked(CAMDEN, env)).toBe(isSeen);
      expect(await asked(KENSINGTON, env)).toBe(false);
    });

    it('ends with the movement where no days are configured', async () => {
      await set('-9 days', '-1 second');
      expect(await asked(CAMDEN)).toBe(false);
    });

    it('asks for a whole number of days', () => {
      expect(() => accessDaysAfterClosing({ MOVEMENT_ACCESS_DAYS_AFTER_CLOSING: '-1' })).toThrow(
        'MOVEMENT_ACCESS_DAYS_AFTER_CLOSING is not valid. Set it to a whole number of days from 0',
      );
    });
  });

  it('of a shielded child say whom to ring, and that it is shielded, to their own side alone', async () => {
    const ask = async (requestIdentity: RequestIdentity) => {
      const { data } = await partnership.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
           ... on TriBoroughChildRecord { counterpart team { name } isShielded isAdopted } } }`,
        {
          of: ['own', 'shielded'].map((id) => ({
            __typename: 'TriBoroughChildRecord',
            id: `tri-borough/movement:${id}/origin`,
          })),
        },
        requestIdentity,
      );
      return data!['_entities'];
    };
    const team = { name: 'Team 1' };
    expect(await ask(duty(HAMMERSMITH))).toEqual([
      { counterpart: CAMDEN, team, isShielded: false, isAdopted: false },
      { counterpart: CAMDEN, team, isShielded: true, isAdopted: false },
    ]);
    for (const other of [duty(CAMDEN), brokenGlass]) {
      expect(await ask(other)).toEqual([
        { counterpart: CAMDEN, team, isShielded: null, isAdopted: null },
        { counterpart: CAMDEN, team: null, isShielded: null, isAdopted: null },
      ]);
    }
  });

  describe('and who looked at them', () => {
    beforeAll(async () => {
      for (const requestId of ['first', 'second', 'third']) {
        await records({ ...duty(CAMDEN), requestId }, 'tri-borough/movement:own/origin');
      }
    });

    const accesses = (requestIdentity: RequestIdentity, page = 'first: 2') =>
      partnership.ask(
        `{ _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
             ... on HoldsChildRecords { childRecordAccesses(${page}) {
               edges { node { at recorder requestId person role organisation partnership purpose reason alert operation
                 fields refused children outcome } }
               pageInfo { hasNextPage endCursor } } } } }`,
        {},
        requestIdentity,
      );
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
    const page = ({ data }: Awaited<ReturnType<typeof accesses>>) => (data as any)._entities[0].childRecordAccesses;
    const own = requestIdentityOf('partnership-privacy-officer', { partnership: 'tri-borough', purpose: 'AUDIT' });

    it('is told to the partnership itself, latest first, in pages', async () => {
      const first = page(await accesses(own));
      expect(first.edges.map(({ node }: { node: { requestId: string } }) => node.requestId)).toEqual([
        ...['third', 'second'],
      ]);
      expect(first.edges[0].node).toMatchObject({
        ...{ recorder: 'tri-borough', role: 'duty-team', organisation: CAMDEN, partnership: 'any', alert: null },
        ...{ purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: duty(CAMDEN).declared!.reason, outcome: 'ANSWERED' },
        ...{ fields: expect.arrayContaining(['TriBoroughChildRecord.status']), refused: [], children: ['p1:1:own'] },
      });
      expect(first.edges[0].node.at).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
      const next = page(await accesses(own, `first: 1, after: "${first.pageInfo.endCursor}"`));
      expect(next).toMatchObject({ edges: [{ node: { requestId: 'first' } }], pageInfo: { hasNextPage: true } });
    });

    it('is told to an auditor of London', async () => {
      expect(page(await accesses(requestIdentityOf('auditor', { purpose: 'AUDIT' }))).edges).toHaveLength(2);
    });

    it('is not told to another partnership, which is told so', async () => {
      const other = requestIdentityOf('partnership-privacy-officer', { partnership: 'havering', purpose: 'AUDIT' });
      const answer = await accesses(other);
      expect(page(answer)).toBeNull();
      expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    });

    it('refuses a cursor that was not made here', async () => {
      const forged = Buffer.from('["third"]').toString('base64url');
      const { errors } = await accesses(own, `first: 2, after: "${forged}"`);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
