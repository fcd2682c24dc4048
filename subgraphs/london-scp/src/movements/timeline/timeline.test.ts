import { AuditLog } from '@hub/audit';
import type { RequestIdentity } from '@hub/access';
import { MovementCategory, MovementMove, PlacementApprover, PlacementDistance } from '@hub/contract';
import { LAMBETH, REDBRIDGE, noticeOf, type SentMove } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { playedAs, storeStories } from '../../../../../test/support/stored-story';
import { londonScp } from '../../london-scp';
import { CLOCK_STATE } from '../counts/movement-timeliness';

const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const lambethDuty = requestIdentityOf('duty-team', { organisation: LAMBETH, partnership: 'lambeth', purpose });
const redbridgeDuty = requestIdentityOf('duty-team', { organisation: REDBRIDGE, partnership: 'redbridge', purpose });
const haveringDuty = requestIdentityOf('duty-team', { organisation: 'E09000016', partnership: 'havering', purpose });

const ID = 'movement:story';
const CONFERENCE_RULE = 'london-procedures:transfer-in-conference:2022-09-30';

/** From a notice to the end, with a conference that is held too late. */
const toTheEnd = (child: string): SentMove[] => [
  noticeOf('CHILD_PROTECTION_PLAN', '2026-03-02T10:00:00.000Z', {
    childPseudonym: child,
    siblings: ['p1:1:sister'],
  }),
  { move: 'SHARE_INFORMATION', at: '2026-03-03T10:00:00.000Z' },
  { move: 'ACCEPT', by: REDBRIDGE, at: '2026-03-05T10:00:00.000Z' },
  { move: 'HOLD_CONFERENCE', by: REDBRIDGE, at: '2026-03-25T10:00:00.000Z' },
  {
    ...{ move: 'ACCEPT_RESPONSIBILITY', by: REDBRIDGE },
    ...{ at: '2026-03-26T10:00:00.000Z', recordedAt: '2026-03-27T08:00:00.000Z' },
  },
  { move: 'CLOSE', at: '2026-03-30T10:00:00.000Z' },
];

const placement = [
  noticeOf('LOOKED_AFTER_PLACEMENT', '2026-04-01T10:00:00.000Z', {
    ...{ childPseudonym: 'p1:1:placed', distance: PlacementDistance.AT_A_DISTANCE },
    ...{ isEmergency: false, placementStartsOn: '2026-04-20' },
  }),
  { move: 'SHARE_INFORMATION' as const, at: '2026-04-02T10:00:00.000Z' },
  {
    ...{ move: 'APPROVE_PLACEMENT' as const, at: '2026-04-03T10:00:00.000Z' },
    data: { approver: PlacementApprover.DIRECTOR_OF_CHILDRENS_SERVICES },
  },
];

const amended: SentMove[] = [
  noticeOf('CHILD_PROTECTION_PLAN', '2026-05-04T10:00:00.000Z', {
    ...{ childPseudonym: 'p1:1:amended', circumstances: [MovementCategory.MISSING] },
  }),
  {
    ...{ move: 'AMEND_NOTICE', at: '2026-05-05T10:00:00.000Z' },
    data: { movedOn: '2026-05-06', circumstances: [MovementCategory.ASSESSMENT] },
  },
  { move: 'END_CIRCUMSTANCE', at: '2026-05-06T10:00:00.000Z', data: { circumstance: MovementCategory.MISSING } },
];

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp);
  await storeStories(
    london.dataSource,
    playedAs(ID, ...toTheEnd('p1:1:child')),
    playedAs('movement:placed', ...placement),
    playedAs('movement:amended', ...amended),
  );
});
afterAll(() => london?.close());

async function movement(fields: string, requestIdentity: RequestIdentity = lambethDuty, id = ID) {
  const { data, errors } = await london.ask(
    `query ($id: ID!) { movement(id: $id) { ${fields} } }`,
    { id },
    requestIdentity,
  );
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  return data!['movement'] as any;
}

describe('the timeline of a movement', () => {
  const TIMELINE = `timeline { position move side authority person role occurredAt recordedAt state reason confirmation
    transferPack { title sha256 } approver }`;

  it('shows both sides the same steps, each with its state, who is accountable, and what was said', async () => {
    const { timeline } = await movement(TIMELINE);
    expect(timeline.map(({ move, state }: Record<string, string>) => [move, state])).toEqual([
      ['NOTIFY', 'NOTIFIED'],
      ['SHARE_INFORMATION', 'INFORMATION_SHARED'],
      ['ACCEPT', 'ACCEPTED'],
      ['HOLD_CONFERENCE', 'CONFERENCE_HELD'],
      ['ACCEPT_RESPONSIBILITY', 'RESPONSIBILITY_ACCEPTED'],
      ['CLOSE', 'CLOSED'],
    ]);
    expect(timeline[4]).toEqual({
      ...{ position: 4, move: 'ACCEPT_RESPONSIBILITY', side: 'DESTINATION', authority: REDBRIDGE },
      ...{ person: 'person:1', role: 'duty-team', state: 'RESPONSIBILITY_ACCEPTED' },
      ...{ occurredAt: '2026-03-26T10:00:00.000Z', recordedAt: '2026-03-27T08:00:00.000Z' },
      ...{ reason: 'As agreed by telephone.', confirmation: 'letter:1', approver: null },
      transferPack: [{ title: 'Chronology', sha256: 'a'.repeat(64) }],
    });
    expect((await movement(TIMELINE, redbridgeDuty)).timeline).toEqual(timeline);
  });

  it('says since when the movement stands as it does', async () => {
    expect(await movement('state since notifiedAt acknowledgedAt closedAt planning placement { startsOn }')).toEqual({
      ...{ state: 'CLOSED', since: '2026-03-30T10:00:00.000Z', closedAt: '2026-03-30T10:00:00.000Z' },
      ...{ notifiedAt: '2026-03-02T10:00:00.000Z', acknowledgedAt: '2026-03-05T10:00:00.000Z' },
      ...{ planning: 'PLANNED', placement: null },
    });
  });

  it('shows a placement, and who approved it in the step and now', async () => {
    const placed = await movement(
      'placement { distance approvedBy startsOn } timeline { move approver }',
      redbridgeDuty,
      'movement:placed',
    );
    const approver = 'DIRECTOR_OF_CHILDRENS_SERVICES';
    expect(placed.placement).toEqual({ distance: 'AT_A_DISTANCE', approvedBy: approver, startsOn: '2026-04-20' });
    expect(placed.timeline[2]).toEqual({ move: MovementMove.APPROVE_PLACEMENT, approver });
  });

  it('shows what was amended, what the notice says since, and which circumstances last', async () => {
    const shown = await movement(
      'notice { category circumstances movedOn } timeline { move circumstance amended { field was is } }',
      redbridgeDuty,
      'movement:amended',
    );
    expect(shown).toEqual({
      notice: { category: 'CHILD_PROTECTION_PLAN', circumstances: ['ASSESSMENT'], movedOn: '2026-05-06' },
      timeline: [
        { move: 'NOTIFY', circumstance: null, amended: [] },
        {
          ...{ move: 'AMEND_NOTICE', circumstance: null },
          amended: [
            { field: 'movedOn', was: null, is: '2026-05-06' },
            { field: 'circumstances', was: 'MISSING', is: 'MISSING, ASSESSMENT' },
          ],
        },
        { move: 'END_CIRCUMSTANCE', circumstance: 'MISSING', amended: [] },
      ],
    });
  });

  it('says what may be done next, and what is awaited of whom until when', async () => {
    const { nextSteps, awaiting } = await movement(
      'nextSteps { move side carries scope } awaiting { move authority clock dueOn }',
      redbridgeDuty,
      'movement:amended',
    );
    expect(nextSteps).toContainEqual({
      ...{ move: 'SHARE_INFORMATION', side: 'ORIGIN', carries: ['transferPack'], scope: 'movements:write' },
    });
    expect(nextSteps.map(({ move }: { move: string }) => move)).not.toContain('ACCEPT');
    expect(awaiting).toEqual([
      { move: 'HOLD_CONFERENCE', authority: REDBRIDGE, clock: 'TRANSFER_IN_CONFERENCE', dueOn: '2026-05-26' },
      { move: 'ACKNOWLEDGE', authority: REDBRIDGE, clock: null, dueOn: null },
      { move: 'SHARE_INFORMATION', authority: LAMBETH, clock: null, dueOn: null },
    ]);
    expect((await movement('awaiting { move }')).awaiting).toEqual([]);
  });

  it('gives nothing of it to a third borough', async () => {
    expect(await movement(`${TIMELINE} clocks { code } responsible`, haveringDuty)).toBeNull();
  });

  it('writes siblings into the record of access as it does the child', async () => {
    expect((await movement('siblings { childPseudonym }')).siblings).toEqual([{ childPseudonym: 'p1:1:sister' }]);
    const audit = new AuditLog((sql, parameters) => london.dataSource.query(sql, parameters), 'london-scp');
    const accesses = await audit.lastAccesses(['p1:1:sister'], 1);
    expect(accesses.get('p1:1:sister')).toMatchObject([
      { person: 'duty-team-1', children: ['p1:1:child', 'p1:1:sister'] },
    ]);
  });
});

describe('the clocks of a movement', () => {
  it('say by how much a conference was late under which rule, and give no number that no rule gives', async () => {
    const { clocks } = await movement(
      'clocks { code ruleId startedAt dueAt dueOn unknownBecause metAt state lateBySeconds }',
    );
    expect(clocks).toEqual([
      {
        ...{ code: 'TRANSFER_IN_CONFERENCE', ruleId: CONFERENCE_RULE, state: 'LATE' },
        // 15 working days after Monday 2 March end with Monday 23 March.
        ...{ startedAt: '2026-03-02T10:00:00.000Z', dueAt: '2026-03-24T00:00:00.000Z', dueOn: '2026-03-23' },
        ...{ metAt: '2026-03-25T10:00:00.000Z', lateBySeconds: 34 * 3600, unknownBecause: null },
      },
      {
        ...{ code: 'ACKNOWLEDGEMENT', ruleId: null, startedAt: null, dueAt: null, dueOn: null, state: 'NOT_SPECIFIED' },
        ...{ metAt: '2026-03-05T10:00:00.000Z', lateBySeconds: null, unknownBecause: null },
      },
    ]);
  });

  it('say that and why nobody can compute when one is due, in the graph as in the rows', async () => {
    const notice = noticeOf('CHILD_PROTECTION_PLAN', '2016-03-02T10:00:00.000Z', { childPseudonym: 'p1:1:long-ago' });
    const known = (sql: string) => london.dataSource.query<{ state: string }[]>(sql);
    await known("UPDATE procedure_rule SET valid_from = '2013' WHERE code = 'TRANSFER_IN_CONFERENCE'");
    await storeStories(london.dataSource, playedAs('movement:long-ago', notice));
    const [clock] = (await movement('clocks { state dueAt unknownBecause }', lambethDuty, 'movement:long-ago')).clocks;
    expect(clock).toEqual({
      ...{ state: 'NOT_KNOWN', dueAt: null },
      unknownBecause: expect.stringMatching(
        /^Bank holidays are known from .* alone, and 15 working days from 2016-03-02/,
      ),
    });
    expect(
      await known(`SELECT ${CLOCK_STATE} AS state FROM movement_clock
        WHERE movement_id = 'movement:long-ago' AND code = 'TRANSFER_IN_CONFERENCE'`),
    ).toEqual([{ state: 'NOT_KNOWN' }]);
    await known("DELETE FROM child_movement WHERE id = 'movement:long-ago'");
    await known("UPDATE procedure_rule SET valid_from = '2022-09-30' WHERE code = 'TRANSFER_IN_CONFERENCE'");
  });

  it('stand as the rows by which they are counted', async () => {
    const { data } = await london.ask(
      '{ movements(first: 100) { edges { node { id clocks { code state } } } } }',
      {},
      lambethDuty,
    );
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const nodes = (data!['movements'] as any).edges.map(({ node }: any) => node);
    const rows = await london.dataSource.query<{ id: string; clocks: unknown }[]>(
      `SELECT movement_id AS id, jsonb_object_agg(code, ${CLOCK_STATE}) AS clocks FROM movement_clock
       WHERE movement_id = ANY($1) GROUP BY 1 ORDER BY 1`,
      [nodes.map(({ id }: { id: string }) => id)],
    );
    type Node = { id: string; clocks: { code: string; state: string }[] };
    const shown = nodes.map(({ id, clocks }: Node) => ({
      id,
      clocks: Object.fromEntries(clocks.map(({ code, state }) => [code, state])),
    }));
    shown.sort((one: Node, other: Node) => (one.id < other.id ? -1 : 1));
    expect(shown).toEqual(rows);
    const states = new Set(rows.flatMap(({ clocks }) => Object.values(clocks as object)));
    // Which others there are depends on the day, as demonstration data does.
    expect([...states].sort()).toEqual(expect.arrayContaining(['LATE', 'MET', 'NOT_SPECIFIED']));
  });
});

describe('who is responsible', () => {
  const at = async (instant: string) => (await movement(`responsibleAt(at: "${instant}")`)).responsibleAt;

  it('is nobody known before the notice, and the origin until the hub has the written acceptance', async () => {
    expect(await at('2026-03-02T09:59:59.999Z')).toBeNull();
    expect(await at('2026-03-02T10:00:00.000Z')).toBe(LAMBETH);
    expect(await at('2026-03-26T12:00:00.000Z')).toBe(LAMBETH);
    expect(await at('2026-03-27T07:59:59.999Z')).toBe(LAMBETH);
    expect(await at('2026-03-27T08:00:00.000Z')).toBe(REDBRIDGE);
  });

  it('is one authority after another, without gap and overlap, and the last one now', async () => {
    const passing = '2026-03-27T08:00:00.000Z';
    expect(await movement('responsible responsibility { authority from until }')).toEqual({
      responsible: REDBRIDGE,
      responsibility: [
        { authority: LAMBETH, from: '2026-03-02T10:00:00.000Z', until: passing },
        { authority: REDBRIDGE, from: passing, until: null },
      ],
    });
  });
});

describe('a page of movements', () => {
  const ALL = `id shieldedBy conference { outcome } organisations { kind } siblings { childPseudonym movements { id } } placement { startsOn } timeline { move } clocks { state } responsible
    responsibleAt(at: "2026-03-10T00:00:00Z") responsibility { authority } escalations { route }`;

  it('shows what was taken further, and to whom', async () => {
    await london.dataSource.query(
      `INSERT INTO movement_escalation VALUES ($1, 'ACKNOWLEDGEMENT', $2, '2026-03-03T10:00Z', '2026-03-03T10:01Z')`,
      [ID, ['duty manager', 'assistant director']],
    );
    expect((await movement('escalations { code route dueAt escalatedAt }')).escalations).toEqual([
      {
        ...{ code: 'ACKNOWLEDGEMENT', route: ['duty manager', 'assistant director'] },
        ...{ dueAt: '2026-03-03T10:00:00.000Z', escalatedAt: '2026-03-03T10:01:00.000Z' },
      },
    ]);
    expect((await movement('escalations { code }', lambethDuty, 'movement:placed')).escalations).toEqual([]);
  });

  it('costs as many statements of 100 movements as of 50, with their histories', async () => {
    const many = Array.from({ length: 100 }, (_, n) => playedAs(`movement:many-${n}`, ...toTheEnd(`p1:1:many-${n}`)));
    await storeStories(london.dataSource, ...many);
    const statements = async (first: number) => {
      london.statements.reset();
      const page = `query ($first: Int!) { movements(first: $first, filter: { counterpart: "${REDBRIDGE}" }) {
        edges { node { ${ALL} } } } }`;
      const { data, errors } = await london.ask(page, { first }, lambethDuty);
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      return { statements: london.statements.count(), edges: (data!['movements'] as any).edges.length };
    };
    // Of the latest few, none has siblings.
    const few = await statements(50);
    expect(few.edges).toBe(50);
    expect(await statements(100)).toEqual({ statements: few.statements, edges: 100 });
  });
});
