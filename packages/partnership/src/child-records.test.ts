import { join } from 'node:path';
import type { Passport } from '@hub/access';
import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
import { passportOf } from '../../../test/support/passports';
import { definePartnership } from './define-partnership';
import { demonstrationMovements } from './demonstration';

const TRI_BOROUGH = ['E09000013', 'E09000020', 'E09000033'];
const [HAMMERSMITH, KENSINGTON] = TRI_BOROUGH as [string, string];
const [CAMDEN, HAVERING] = ['E09000007', 'E09000016'];
const duty = (organisation: string) =>
  passportOf('duty-team', { organisation, partnership: 'any', purpose: 'CROSS_BOUNDARY_MOVEMENT' });
const brokenGlass = passportOf('duty-team', {
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
        factsFolder: join(__dirname, '../../../subgraphs/tri-borough/facts'),
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

  async function records(passport: Passport, ...ids: string[]) {
    const { data, errors } = await partnership.ask(
      `query ($representations: [_Any!]!) {
         _entities(representations: $representations) { ... on TriBoroughChildRecord { id ${FIELDS} } } }`,
      { representations: ids.map((id) => ({ __typename: 'TriBoroughChildRecord', id })) },
      passport,
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

  it('are kept for every demonstration movement from or to its authorities, under the same pseudonym', async () => {
    const own = demonstrationMovements().filter(
      ({ originCode, destinationCode }) => TRI_BOROUGH.includes(originCode) || TRI_BOROUGH.includes(destinationCode),
    );
    const rows = await partnership.dataSource.query<object[]>(
      `SELECT movement_id AS id, child_pseudonym AS "childPseudonym", origin_code AS "originCode",
         destination_code AS "destinationCode" FROM child_record WHERE is_synthetic`,
    );
    const parts = own.map(({ id, childPseudonym, originCode, destinationCode }) => ({
      ...{ id, childPseudonym, originCode, destinationCode },
    }));
    expect(rows).toHaveLength(parts.length);
    expect(rows).toEqual(expect.arrayContaining(parts));
  });

  describe('and who looked at them', () => {
    beforeAll(async () => {
      for (const requestId of ['first', 'second', 'third']) {
        await records({ ...duty(CAMDEN), requestId }, 'tri-borough/movement:own/origin');
      }
    });

    const accesses = (passport: Passport, page = 'first: 2') =>
      partnership.ask(
        `{ _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
             ... on HoldsChildRecords { childRecordAccesses(${page}) {
               edges { node { at recorder requestId person role organisation partnership purpose reason alert operation
                 fields refused children outcome } }
               pageInfo { hasNextPage endCursor } } } } }`,
        {},
        passport,
      );
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
    const page = ({ data }: Awaited<ReturnType<typeof accesses>>) => (data as any)._entities[0].childRecordAccesses;
    const own = passportOf('partnership-privacy-officer', { partnership: 'tri-borough', purpose: 'AUDIT' });

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
      expect(page(await accesses(passportOf('auditor', { purpose: 'AUDIT' }))).edges).toHaveLength(2);
    });

    it('is not told to another partnership, which is told so', async () => {
      const other = passportOf('partnership-privacy-officer', { partnership: 'havering', purpose: 'AUDIT' });
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
