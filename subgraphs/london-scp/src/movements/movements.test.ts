import { AuditLog } from '@hub/audit';
import { encodeCursor, MovementCategory, MovementState } from '@hub/contract';
import { DEMONSTRATION_AUTHORITIES, demonstrationMovements } from '@hub/partnership';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { publishAnew } from '../../../../test/support/publish-anew';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import { readPartnerships } from '../directory/directory-files';
import { londonScp } from '../london-scp';
import { movementsOf } from './parties/party-movements';

const [HAVERING, LAMBETH, CAMDEN] = ['E09000016', 'E09000022', 'E09000007'];
const TRI_BOROUGH = ['E09000013', 'E09000020', 'E09000033'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const lambethDuty = requestIdentityOf('duty-team', { organisation: LAMBETH!, partnership: 'lambeth', purpose });
const haveringDuty = requestIdentityOf('duty-team', { organisation: HAVERING!, partnership: 'havering', purpose });
const camdenChair = requestIdentityOf('conference-chair', { organisation: CAMDEN!, partnership: 'camden', purpose });
const brokenGlass = requestIdentityOf('duty-team', {
  ...{ organisation: HAVERING!, partnership: 'havering', purpose: 'BREAK_GLASS' as const, alert: 'alert:1' },
});
// What it is party to is its partnership's coverage, whatever its organisation.
const system = (partnership: string) =>
  requestIdentityOf('partnership-system', { partnership, organisation: CAMDEN!, purpose });

interface Movement {
  id: string;
  originCode: string;
  destinationCode: string;
}

describe('movements, for their parties alone', () => {
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp);
    await london.dataSource.query(
      `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, moved_on,
         permanence, planning, state, since, notified_at, responsible_code, is_synthetic)
       VALUES ('movement:out', 'p1:1:out', 'MISSING', $1, $2, '2030-01-02', '2030-01-02', 'PERMANENT', 'PLANNED',
                'NOTIFIED', '2030-01-02', '2030-01-02', $1, true),
              ('movement:in', 'p1:1:in', 'MISSING', $2, $1, '2030-01-01', '2030-01-02', 'PERMANENT', 'PLANNED',
                'NOTIFIED', '2030-01-01', '2030-01-01', $2, true)`,
      [LAMBETH, CAMDEN],
    );
  });
  afterAll(() => london?.close());

  async function listed(requestIdentity: ReturnType<typeof requestIdentityOf>): Promise<Movement[]> {
    const movements: Movement[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await london.ask(
        `query ($after: String) { movements(first: 40, after: $after) {
           edges { node { id originCode destinationCode } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        requestIdentity,
      );
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
      const { edges, pageInfo } = data!['movements'] as any;
      movements.push(...edges.map(({ node }: { node: Movement }) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return movements;
  }

  async function stored(codes: readonly string[]): Promise<string[]> {
    const rows = await london.dataSource.query<{ id: string }[]>(
      `SELECT id FROM child_movement WHERE origin_code = ANY($1) OR destination_code = ANY($1)
       ORDER BY notified_on DESC, id DESC`,
      [codes],
    );
    return rows.map(({ id }) => id);
  }

  const movement = (id: string, requestIdentity: ReturnType<typeof requestIdentityOf>) =>
    london.ask('query ($id: ID!) { movement(id: $id) { id category childPseudonym } }', { id }, requestIdentity);

  it('lists the movements from and to the authority of a duty team, latest first, each once, and no others', async () => {
    const ids = (await listed(lambethDuty)).map(({ id }) => id);
    expect(ids).toEqual(await stored([LAMBETH!]));
    expect(ids.slice(0, 2)).toEqual(['movement:out', 'movement:in']);
    expect(ids.length).toBeGreaterThan(40);
  });

  it('lists a conference chair the movements of its authority, also where no partnership of the directory covers it', async () => {
    expect((await listed(camdenChair)).map(({ id }) => id)).toEqual(await stored([CAMDEN!]));
  });

  it("lists a partnership's system the movements of each authority it covers, one within the partnership once", async () => {
    const all = await listed(system('tri-borough'));
    expect(all.map(({ id }) => id)).toEqual(await stored(TRI_BOROUGH));
    const within = all.filter(
      ({ originCode, destinationCode }) => TRI_BOROUGH.includes(originCode) && TRI_BOROUGH.includes(destinationCode),
    );
    expect(within.length).toBeGreaterThan(0);
    for (const code of TRI_BOROUGH) expect(all.some(({ originCode }) => originCode === code)).toBe(true);
  });

  it('lists nothing for the system of a partnership that the directory does not know', async () => {
    expect(await listed(system('atlantis'))).toEqual([]);
  });

  it('lists nobody more when the glass is broken', async () => {
    expect(await listed(brokenGlass)).toEqual(await listed(haveringDuty));
  });

  it('gives one movement to either party by its id', async () => {
    for (const requestIdentity of [lambethDuty, camdenChair, system('lambeth')]) {
      expect((await movement('movement:out', requestIdentity)).data).toEqual({
        movement: { id: 'movement:out', category: 'MISSING', childPseudonym: 'p1:1:out' },
      });
      expect((await movement('movement:in', requestIdentity)).data).toMatchObject({ movement: { id: 'movement:in' } });
    }
  });

  it('answers a third borough alike for a movement that is not there and one that is, with as many statements', async () => {
    for (const requestIdentity of [haveringDuty, system('havering')]) {
      london.statements.reset();
      const unknown = await movement('movement:nowhere', requestIdentity);
      const statements = london.statements.count();
      london.statements.reset();
      const forbidden = await movement('movement:out', requestIdentity);
      expect(JSON.stringify(forbidden)).toBe(JSON.stringify(unknown));
      expect(unknown).toEqual({ data: { movement: null } });
      expect(london.statements.count()).toBe(statements);
    }
  });

  it('puts on record which child a third borough looked for, where the search for the child finds it, and says nothing', async () => {
    const audit = new AuditLog((sql, parameters) => london.dataSource.query(sql, parameters), 'test');
    const latest = async () => (await audit.search({ person: haveringDuty.caller!.person }, { first: 1 }))[0];
    await movement('movement:out', haveringDuty);
    expect(await latest()).toMatchObject({
      ...{ asked: ['movement:out'], children: ['p1:1:out'], unseen: ['p1:1:out'], outcome: 'ANSWERED' },
    });
    const [found] = await audit.search({ child: 'p1:1:out' }, { first: 1 });
    expect(found).toEqual(await latest());
    await movement('movement:nowhere', haveringDuty);
    expect(await latest()).toMatchObject({ asked: ['movement:nowhere'], children: [], unseen: [] });
    await movement('943 476 5919', haveringDuty);
    expect(await latest()).toMatchObject({ asked: ['(not an id)'], children: [] });
    await movement('movement:out', lambethDuty);
    expect((await audit.search({ child: 'p1:1:out' }, { first: 1 }))[0]).toMatchObject({
      ...{ person: lambethDuty.caller!.person, asked: ['movement:out'], unseen: [] },
    });
  });

  it('tells a party that a third borough looked for the child, and of no other child and no other id', async () => {
    const both = 'query ($a: ID!, $b: ID!) { a: movement(id: $a) { id } b: movement(id: $b) { id } }';
    await london.ask(both, { a: 'movement:out', b: 'movement:in' }, haveringDuty);
    const { data } = await london.ask(
      '{ movement(id: "movement:out") { lastAccesses(first: 1) { person children unseen asked } } }',
      {},
      lambethDuty,
    );
    expect(data).toEqual({
      movement: {
        lastAccesses: [
          { person: haveringDuty.caller!.person, children: ['p1:1:out'], unseen: ['p1:1:out'], asked: [] },
        ],
      },
    });
  });

  it('gives any movement by its id to a duty team that has broken the glass, and for no other purpose', async () => {
    expect((await movement('movement:out', brokenGlass)).data).toMatchObject({ movement: { id: 'movement:out' } });
    const other = { ...brokenGlass, declared: { purpose: 'SERIOUS_INCIDENT' as const, reason: 'A test asks.' } };
    expect((await movement('movement:out', other)).data).toEqual({ movement: null });
  });

  it('takes an organisation for an authority only from a role that acts for one', async () => {
    const auditor = requestIdentityOf('auditor', {
      organisation: LAMBETH!,
      scopes: ['movements:read'],
      purpose: 'AUDIT',
    });
    const { data } = await london.ask('{ movements(first: 1) { edges { cursor } } }', {}, auditor);
    expect(data).toEqual({ movements: { edges: [] } });
  });

  it('asks as many statements of 100 movements as of 5, with records and last accesses', async () => {
    const statements = async (first: number) => {
      london.statements.reset();
      const { data, errors } = await london.ask(
        `query ($first: Int!) { movements(first: $first) { edges { node {
           id origin { name } destination { name } originRecord { id } destinationRecord { id }
           lastAccesses(first: 3) { at } } } } }`,
        { first },
        { ...lambethDuty, caller: { ...lambethDuty.caller!, organisation: TRI_BOROUGH[0]! } },
      );
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      return { statements: london.statements.count(), edges: (data!['movements'] as any).edges.length };
    };
    await fill(200);
    const few = await statements(5);
    const many = await statements(100);
    expect([few.edges, many.edges]).toEqual([5, 100]);
    expect(many.statements).toBe(few.statements);
    await london.dataSource.query(`DELETE FROM child_movement WHERE id LIKE 'movement:fill%'`);
  });

  it('reads each authority by its own index, in order, and no more than a page', async () => {
    await fill(20_000);
    await london.dataSource.query('ANALYZE child_movement');
    for (const place of [
      ['infinity', ''],
      ['2026-01-01', 'movement:01'],
    ]) {
      const [sql, parameters] = movementsOf(london.dataSource, {
        ...{ codes: TRI_BOROUGH, place, wanted: 21, filter: {} },
      }).getQueryAndParameters();
      const rows = await london.dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, parameters);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('using child_movement_by_origin');
      expect(plan).toContain('using child_movement_by_destination');
      expect(plan).not.toContain('Seq Scan on child_movement');
    }
    await london.dataSource.query(`DELETE FROM child_movement WHERE id LIKE 'movement:fill%'`);
  });

  it("names each side's record after the partnership that covers it, and none where no partnership does", async () => {
    const records = (requestIdentity: ReturnType<typeof requestIdentityOf>) =>
      london.ask(
        `{ movement(id: "movement:out") { id
           originRecord { __typename id } destinationRecord { id } } }`,
        {},
        requestIdentity,
      );
    expect((await records(camdenChair)).data).toEqual({
      movement: {
        id: 'movement:out',
        originRecord: { __typename: 'LambethChildRecord', id: 'lambeth/movement:out/origin' },
        destinationRecord: null,
      },
    });
  });

  it('refuses a cursor that was not made here, and a page of too many', async () => {
    const page = (argument: string) => london.ask(`{ movements(${argument}) { edges { cursor } } }`, {}, lambethDuty);
    const forged = encodeCursor(['2026-01-01', 'movement:1']);
    expect((await page(`first: 1, after: "${forged}"`)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await page('first: 101')).errors?.[0]?.message).toMatch(/^first must be from 1 to 100/);
  });

  it('has demonstration movements in every state and category, each as its history makes it, some late', async () => {
    const stored = await london.dataSource.query<{ id: string; state: string; category: string }[]>(
      `SELECT id, state, category FROM child_movement WHERE is_synthetic AND id LIKE 'movement:01%'`,
    );
    expect(stored).toHaveLength(demonstrationMovements().length);
    expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(Object.values(MovementState)));
    expect(new Set(stored.map(({ category }) => category))).toEqual(new Set(Object.values(MovementCategory)));
    const [late] = await london.dataSource.query<[{ count: string }]>(
      `SELECT count(*) FROM movement_clock WHERE due_at < coalesce(met_at, stopped_at, '2026-11-01')`,
    );
    expect(Number(late.count)).toBeGreaterThan(2);
  });

  it('has demonstration movements of every authority that the directory covers', () => {
    const covered = readPartnerships().flatMap(({ coverage }) => coverage.map(({ localAuthority }) => localAuthority));
    expect(DEMONSTRATION_AUTHORITIES).toEqual(covered);
  });

  /** Movements between the three boroughs of one partnership. */
  async function fill(count: number) {
    await london.dataSource.query(
      `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, moved_on,
         permanence, planning, state, since, notified_at, responsible_code, is_synthetic)
       SELECT 'movement:fill-' || n, 'p1:1:fill-' || n, 'MISSING',
         ($2::text[])[1 + n % 3], ($2::text[])[1 + (n + 1) % 3], DATE '2027-01-01' - n % 900, '2027-01-01',
         'PERMANENT', 'PLANNED', 'NOTIFIED', DATE '2027-01-01' - n % 900, DATE '2027-01-01' - n % 900,
         ($2::text[])[1 + n % 3], true
       FROM generate_series(1, $1) n`,
      [count, TRI_BOROUGH],
    );
  }
});

describe('movements as numbers', () => {
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp, { demo: false });
    await london.dataSource.query(
      `INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, moved_on,
         permanence, planning, state, since, notified_at, responsible_code, is_synthetic)
       SELECT category || n, 'p1:1:' || category || n, category, $1, $2, day, day, 'PERMANENT', 'PLANNED',
         'NOTIFIED', day, day, $1, false
       FROM (VALUES ('MISSING', DATE '2026-04-01', 9), ('MISSING', '2026-07-01', 13), ('CARE_LEAVER', '2026-06-30', 10)) v(category, day, count),
         LATERAL generate_series(extract(month FROM day)::integer * 100, extract(month FROM day)::integer * 100 + count - 1) n`,
      [LAMBETH, HAVERING],
    );
    await publishAnew(london.dataSource);
  });
  afterAll(() => london?.close());

  const counts = async (from: string, to: string) =>
    london.ask(
      `{ movementCounts(from: "${from}", to: "${to}") { quarter category value isSynthetic } }`,
      {},
      requestIdentityOf('analyst'),
    );

  it('counts by quarter and category for an analyst, rounded down, and keeps back numbers up to 9', async () => {
    const isSynthetic = false;
    expect((await counts('2026-04-01', '2026-09-30')).data).toEqual({
      movementCounts: [
        { quarter: '2026-Q2', category: 'CARE_LEAVER', value: 10, isSynthetic },
        { quarter: '2026-Q3', category: 'MISSING', value: 10, isSynthetic },
      ],
    });
  });

  it('counts whole quarters, so that no two ranges differ by a child', async () => {
    const whole = await counts('2026-04-01', '2026-06-30');
    expect(whole.data!['movementCounts']).toHaveLength(1);
    expect(await counts('2026-06-30', '2026-06-30')).toEqual(whole);
    expect(await counts('2026-05-02', '2026-06-29')).toEqual(whole);
  });

  it('gives an analyst no row, and refuses the list and the single movement by scope', async () => {
    for (const query of ['{ movements(first: 1) { edges { cursor } } }', '{ movement(id: "MISSING400") { id } }']) {
      const { data, errors } = await london.ask(query, {}, requestIdentityOf('analyst'));
      expect(Object.values(data!)).toEqual([null]);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    }
  });

  it('names the argument where the range ends before it begins', async () => {
    const { errors } = await counts('2026-04-02', '2026-04-01');
    expect(errors?.[0]?.message).toMatch(/^to must not be before from/);
  });
});
