import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { fillClocks, fillMovements, type Filling } from '../../../../../test/support/fill-movements';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { publishAnew } from '../../../../../test/support/publish-anew';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const [CAMDEN, CARDIFF] = ['E09000007', 'W06000015'] as const;
const analyst = requestIdentityOf('analyst');
const daysAgo = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) - days);

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
beforeEach(() => london.dataSource.query('DELETE FROM child_movement'));
afterAll(() => london?.close());

const publish = () => publishAnew(london.dataSource);
const fill = (filling: Filling) => fillMovements(london.dataSource, filling);

async function ask(field: string) {
  const { data, errors } = await london.ask(`{ londonScp { ${field} } }`, {}, analyst);
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  return (data!['londonScp'] as any)[/^\w+/.exec(field)![0]];
}

const refusal = async (field: string) => {
  const { errors } = await london.ask(`{ londonScp { ${field} } }`, {}, analyst);
  return errors?.[0];
};

describe('flows between authorities', () => {
  const FLOWS = `edges { node { quarter pair { originCode origin { name } destinationCode destination { name } } value
    isSynthetic } } pageInfo { hasNextPage endCursor }`;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const flows = async (period: string): Promise<any[]> =>
    (await ask(`movementFlows(${period}, first: 50) { ${FLOWS} }`)).edges.map(({ node }: { node: object }) => node);

  beforeEach(async () => {
    await fill({ count: 7, origin: LAMBETH, destination: REDBRIDGE, notifiedOn: '2026-06-30' });
    await fill({ count: 4, origin: LAMBETH, destination: REDBRIDGE, category: 'CARE_LEAVER' });
    await fill({ count: 4, origin: LAMBETH, destination: CAMDEN });
    await fill({ count: 6, origin: CARDIFF, destination: LAMBETH, notifiedOn: '2026-07-01' });
    await publish();
  });

  it('are rounded down, by quarter and pair, and those of fewer than five children are not there', async () => {
    expect(await flows('from: "2026-04-01", to: "2026-09-30"')).toEqual([
      {
        ...{ quarter: '2026-Q2', value: 10, isSynthetic: false },
        pair: {
          ...{ originCode: LAMBETH, origin: { name: 'Lambeth' } },
          ...{ destinationCode: REDBRIDGE, destination: { name: 'Redbridge' } },
        },
      },
      {
        ...{ quarter: '2026-Q3', value: 5, isSynthetic: false },
        pair: {
          ...{ originCode: CARDIFF, origin: null },
          ...{ destinationCode: LAMBETH, destination: { name: 'Lambeth' } },
        },
      },
    ]);
  });

  it('are of whole quarters, so that no two periods differ by a child', async () => {
    const whole = await flows('from: "2026-04-01", to: "2026-06-30"');
    expect(whole).toHaveLength(1);
    expect(await flows('from: "2026-05-02", to: "2026-05-02"')).toEqual(whole);
  });

  it('come in pages that leave none out', async () => {
    const all = await flows('from: "2026-04-01", to: "2026-09-30"');
    const page = (after: string) =>
      ask(`movementFlows(from: "2026-04-01", to: "2026-09-30", first: 1 ${after}) { ${FLOWS} }`);
    const one = await page('');
    const other = await page(`, after: "${one.pageInfo.endCursor}"`);
    expect([one.pageInfo.hasNextPage, other.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([one.edges[0].node, other.edges[0].node]).toEqual(all);
  });

  it('name the argument where a period ends before it begins, or is longer than five years', async () => {
    const of = (from: string, to: string) =>
      refusal(`movementFlows(from: "${from}", to: "${to}", first: 1) { edges { cursor } }`);
    expect((await of('2026-04-02', '2026-04-01'))?.message).toMatch(/^to must not be before from/);
    expect((await of('2021-04-01', '2026-04-02'))?.message).toMatch(
      /^to must be at most 5 years after from: 2026-04-01/,
    );
    expect(await of('2021-04-01', '2026-04-01')).toBeUndefined();
  });
});

describe('timeliness', () => {
  it('counts by destination what was met and late in whole years, rounded down, and leaves out what is small', async () => {
    const moved = (count: number, notifiedOn: string, origin = LAMBETH) =>
      fill({ ...{ count, origin, destination: REDBRIDGE, notifiedOn } });
    const [met, late, running] = [
      [...(await moved(8, '2025-01-01')), ...(await moved(3, '2025-02-01', CAMDEN))],
      await moved(6, '2025-12-31'),
      await moved(9, '2025-06-01'),
    ];
    const code = 'RETURN_HOME_INTERVIEW';
    await fillClocks(london.dataSource, met, code, { dueAt: '2025-01-05', metAt: '2025-01-05' });
    await fillClocks(london.dataSource, late.slice(1), code, { dueAt: '2025-01-05', metAt: '2025-01-06' });
    await fillClocks(london.dataSource, late.slice(0, 1), code, { dueAt: '2025-01-05' });
    await fillClocks(london.dataSource, running, code, { dueAt: '2999-01-05' });
    await fillClocks(london.dataSource, await moved(4, '2024-01-01'), code, { dueAt: '2024-01-05' });
    await fillClocks(london.dataSource, await moved(9, '2026-01-01'), code, { dueAt: '2026-01-05' });
    await publish();
    const { edges } = await ask(`movementTimeliness(from: "2024-04-01", to: "2026-04-01", first: 10) { edges { node {
      year destinationCode destination { name } clock state value isSynthetic } } }`);
    const of = (state: string, value: number) => ({
      ...{ year: 2025, destinationCode: REDBRIDGE, destination: { name: 'Redbridge' }, clock: code },
      ...{ state, value, isSynthetic: false },
    });
    expect(edges.map(({ node }: { node: object }) => node)).toEqual([of('LATE', 5), of('MET', 10)]);
  });

  it('comes in pages that leave none out', async () => {
    for (const notifiedOn of ['2024-01-01', '2025-01-01']) {
      const ids = await fill({ count: 5, origin: LAMBETH, destination: REDBRIDGE, notifiedOn });
      for (const code of ['ACKNOWLEDGEMENT', 'RETURN_HOME_INTERVIEW']) {
        await fillClocks(london.dataSource, ids, code, { dueAt: '2025-01-05' });
      }
    }
    await publish();
    const seen: string[] = [];
    let after = '';
    do {
      const { edges, pageInfo } = await ask(
        `movementTimeliness(from: "2024-01-01", to: "2025-01-01", first: 1 ${after}) {
          edges { node { year clock } } pageInfo { hasNextPage endCursor } }`,
      );
      seen.push(`${edges[0].node.year} ${edges[0].node.clock}`);
      after = pageInfo.hasNextPage ? `, after: "${pageInfo.endCursor}"` : '';
    } while (after !== '');
    expect(seen).toEqual([
      ...['2024 ACKNOWLEDGEMENT', '2024 RETURN_HOME_INTERVIEW'],
      ...['2025 ACKNOWLEDGEMENT', '2025 RETURN_HOME_INTERVIEW'],
    ]);
  });
});

describe('what is overdue', () => {
  const overdue = async (count: number, origin: string, days: number, code = 'RETURN_HOME_INTERVIEW') => {
    const ids = await fill({ count, origin, destination: CAMDEN });
    const dueAt = new Date(Date.now() - days * 86_400_000 - 60_000).toISOString();
    await fillClocks(london.dataSource, ids, code, { dueAt });
    return ids;
  };
  const OVERDUE = `overdueMovements { asOf counts { clock responsibleCode responsible { name } value lateWeeks }
    clocks { clock value } total { value isSynthetic } }`;

  it('is counted by limit and responsible authority, with how late five of them are, and nothing of fewer', async () => {
    await overdue(5, LAMBETH, 15);
    await overdue(1, LAMBETH, 111);
    const [met, stopped] = [await overdue(3, REDBRIDGE, 40), await overdue(3, REDBRIDGE, 50)];
    await overdue(4, REDBRIDGE, 40);
    await overdue(3, CARDIFF, 22);
    await overdue(3, 'E10000012', 29);
    await london.dataSource.query('UPDATE movement_clock SET met_at = now() WHERE movement_id = ANY($1)', [met]);
    await london.dataSource.query('UPDATE movement_clock SET stopped_at = now() WHERE movement_id = ANY($1)', [
      stopped,
    ]);
    await publish();
    const clock = 'RETURN_HOME_INTERVIEW';
    expect(await ask(OVERDUE)).toEqual({
      asOf: expect.stringMatching(/Z$/),
      counts: [
        { clock, responsibleCode: LAMBETH, responsible: { name: 'Lambeth' }, value: 5, lateWeeks: 2 },
        // Outside London they are one line: three of Cardiff's and three of Essex's.
        { clock, responsibleCode: null, responsible: null, value: 5, lateWeeks: 3 },
      ],
      clocks: [{ clock, value: 15 }],
      total: { value: 15, isSynthetic: false },
    });
  });

  it('never shows how late the longest is, which is a date in the life of one child', async () => {
    await overdue(4, LAMBETH, 15);
    await overdue(1, LAMBETH, 15);
    await publish();
    const before = await ask(OVERDUE);
    await london.dataSource.query('DELETE FROM child_movement');
    await overdue(4, LAMBETH, 700);
    await overdue(1, LAMBETH, 15);
    await publish();
    expect({ ...(await ask(OVERDUE)), asOf: before.asOf }).toEqual(before);
  });
});

describe('what is disputed', () => {
  it('is counted by either side, with a total in which small numbers still count', async () => {
    const disputed = (count: number, origin: string, destination: string) =>
      fill({ ...{ count, origin, destination, state: 'DISPUTED' } });
    await disputed(4, LAMBETH, REDBRIDGE);
    await disputed(3, LAMBETH, CAMDEN);
    await disputed(4, CAMDEN, REDBRIDGE);
    await fill({ count: 9, origin: REDBRIDGE, destination: CAMDEN });
    await publish();
    expect(
      await ask(`disputedMovements { origins { gssCode authority { name } value } destinations { gssCode value }
        total { value } }`),
    ).toEqual({
      origins: [{ gssCode: LAMBETH, authority: { name: 'Lambeth' }, value: 5 }],
      destinations: [{ gssCode: REDBRIDGE, value: 5 }],
      total: { value: 10 },
    });
  });

  it('is the same where nothing is and where four are', async () => {
    const asked = 'disputedMovements { origins { value } total { value isSynthetic } }';
    await publish();
    const nothing = await ask(asked);
    expect(nothing).toEqual({ origins: [], total: { value: null, isSynthetic: false } });
    await fill({ count: 4, origin: LAMBETH, destination: REDBRIDGE, state: 'DISPUTED' });
    await publish();
    expect(await ask(asked)).toEqual(nothing);
  });
});

describe('children moved often', () => {
  const moves = async (child: string, ...days: string[]) => {
    for (const notifiedOn of days) {
      await fill({ ...{ count: 1, origin: LAMBETH, destination: REDBRIDGE, state: 'CLOSED', notifiedOn, child } });
    }
  };

  it('are those with three notices in the last 365 days, and a small number is kept back', async () => {
    const often = async () => {
      await publish();
      return ask('childrenMovedOften { value }');
    };
    await moves('p1:1:twice', daysAgo(1), daysAgo(2), daysAgo(365));
    expect(await often()).toEqual({ value: null });
    for (const n of [1, 2, 3, 4]) await moves(`p1:1:${n}`, daysAgo(1), daysAgo(2), daysAgo(364));
    expect(await often()).toEqual({ value: null });
    for (const n of [5, 6]) await moves(`p1:1:${n}`, daysAgo(1), daysAgo(2), daysAgo(3), daysAgo(4));
    expect(await often()).toEqual({ value: 5 });
  });
});

describe('placements at a distance without approval', () => {
  it('are those whose day has come, by placing authority', async () => {
    const placed = async (count: number, change: string) => {
      const ids = await fill({ count, origin: LAMBETH, destination: CARDIFF, category: 'LOOKED_AFTER_PLACEMENT' });
      await london.dataSource.query(
        `UPDATE child_movement SET placement_distance = 'AT_A_DISTANCE', placement_starts_on = $2 WHERE id = ANY($1)`,
        [ids, daysAgo(0)],
      );
      await london.dataSource.query(`UPDATE child_movement SET ${change} WHERE id = ANY($1)`, [ids]);
    };
    await placed(6, `planning = 'PLANNED'`);
    await placed(10, `placement_approved_by = 'DIRECTOR_OF_CHILDRENS_SERVICES'`);
    await placed(20, `placement_starts_on = placement_starts_on + 1`);
    await placed(30, `placement_distance = 'OUT_OF_AREA'`);
    await placed(40, `state = 'WITHDRAWN', closed_at = now()`);
    await publish();
    expect(
      await ask('distantPlacementsWithoutApproval { counts { gssCode authority { name } value } total { value } }'),
    ).toEqual({
      counts: [{ gssCode: LAMBETH, authority: { name: 'Lambeth' }, value: 5 }],
      total: { value: 5 },
    });
  });
});

describe('numbers of movements', () => {
  it.each([
    'movementFlows(from: "2026-01-01", to: "2026-01-01", first: 1) { edges { cursor } }',
    'movementTimeliness(from: "2026-01-01", to: "2026-01-01", first: 1) { edges { cursor } }',
    'overdueMovements { asOf }',
    'disputedMovements { total { value } }',
    'childrenMovedOften { value }',
    'distantPlacementsWithoutApproval { total { value } }',
  ])('are not for a role without the scope: %s', async (field) => {
    const auditor = requestIdentityOf('auditor', { purpose: 'AUDIT' });
    const { errors } = await london.ask(`{ londonScp { ${field} } }`, {}, auditor);
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
