import type { RequestIdentity } from '@hub/access';
import { londonScp } from '../../subgraphs/london-scp/src/london-scp';
import { openSubgraph, type OpenSubgraph } from './open-subgraph';
import { requestIdentityOf } from './request-identities';

/** Each of the first four partnerships of a directory covers one authority, whichever directory it is. */
const [FIRST, SECOND, THIRD, FOURTH] = ['E09000001', 'E09000002', 'E09000003', 'E09000004'] as const;
/** An authority that no partnership of the directory covers. */
const OUTSIDE = 'E10000012';
const COUNTS = 'counts { asOf coverage { answered } kinds { kind count } }';
const ROWS = `rows(first: 100) { edges { node {
  kind movementId originCode destinationCode originAnswer destinationAnswer since } } pageInfo { hasNextPage } }`;

type Summary = { movementId: string; side: string; authority: string; status: string; hasNotice: boolean };

const coordinator = requestIdentityOf('london-coordinator');
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { organisation, purpose: 'CROSS_BOUNDARY_MOVEMENT' });

const origin = (movementId: string, authority: string, status: string): Summary => ({
  ...{ movementId, side: 'ORIGIN', authority, status, hasNotice: true },
});
const destination = (movementId: string, authority: string, status: string, hasNotice = true): Summary => ({
  ...{ movementId, side: 'DESTINATION', authority, status, hasNotice },
});

/**
 * Holds the reconciliation of movements to what it says and to its number of SQL statements. Two test files call it, each
 * with a directory of its own size.
 */
export function describeMovementReconciliation(count: number): void {
  describe(`movements reconciled over ${count} partnerships`, () => {
    let london: OpenSubgraph;
    beforeAll(async () => {
      london = await openSubgraph(londonScp, { demo: false });
    });
    afterAll(() => london?.close());
    beforeEach(async () => {
      for (const table of ['child_movement', 'movement_publication'])
        await london.dataSource.query(`DELETE FROM ${table}`);
    });

    /** A movement of the hub, from the first authority to the second unless it says otherwise. */
    async function holds(id: string, state: string, more: Record<string, unknown> = {}) {
      const row = {
        ...{ id: `movement:${id}`, child_pseudonym: `p1:1:${id}`, category: 'CHILD_PROTECTION_PLAN' },
        ...{ origin_code: FIRST, destination_code: SECOND, responsible_code: FIRST },
        ...{ notified_on: '2026-01-01', notified_at: '2026-01-01', since: '2026-01-02', acknowledged_at: '2026-01-02' },
        ...{ permanence: 'PERMANENT', planning: 'PLANNED', state, is_synthetic: false, ...more },
      };
      const names = Object.keys(row);
      await london.dataSource.query(
        `INSERT INTO child_movement (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      );
    }

    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const transferred = (days: number) => ({
      responsible_code: SECOND,
      since: daysAgo(days),
      closed_at: daysAgo(days),
    });

    /** Reduces what partnerships answered: null of one that did not; all others answer, if only that they hold nothing. */
    async function reconcile(fields: string, answers: (Summary[] | null)[], requestIdentity: RequestIdentity) {
      const recordKeepers = Array.from({ length: count }, (_, index) => {
        const summaries = index < answers.length ? answers[index]! : [];
        return summaries && { __typename: 'AnyPartnership', movementRecordSummaries: summaries };
      });
      london.statements.reset();
      const { data, errors } = await london.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LondonScp {
           movementReconciliation { coverage { answered expected missing { id } } ${fields} } } } }`,
        { of: [{ __typename: 'LondonScp', id: 'london-scp', recordKeepers }] },
        requestIdentity,
      );
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
      return (data!['_entities'] as any[])[0].movementReconciliation;
    }

    async function rowsFor(authority: string, answers: (Summary[] | null)[]): Promise<Record<string, unknown>[]> {
      const { rows } = await reconcile(ROWS, answers, duty(authority));
      return rows.edges.map(({ node }: { node: object }) => node);
    }
    const kinds = async (...answers: (Summary[] | null)[]) =>
      (await rowsFor(FIRST, answers)).map(({ movementId, kind }) => `${String(movementId)} ${String(kind)}`);

    it('finds nothing where both sides agree, and names every kind', async () => {
      await holds('a', 'ACCEPTED');
      await holds('b', 'CLOSED', transferred(3));
      const answers = [
        [origin('movement:a', FIRST, 'OPEN'), origin('movement:b', FIRST, 'CLOSED')],
        [destination('movement:a', SECOND, 'OPEN'), destination('movement:b', SECOND, 'CLOSED')],
      ];
      const { counts, coverage } = await reconcile(COUNTS, answers, coordinator);
      expect(coverage).toEqual({ answered: count, expected: count, missing: [] });
      expect(counts.coverage).toEqual({ answered: count });
      expect(counts.kinds).toEqual(
        [
          ...['CLOSED_WITHOUT_ACCEPTANCE', 'ACCEPTED_WITHOUT_OPEN_RECORD', 'OPEN_ON_BOTH', 'OPEN_ON_NEITHER'],
          ...['NEVER_ACKNOWLEDGED', 'RESPONSIBILITY_CLAIMED', 'ARRIVED_WITHOUT_NOTICE'],
        ].map((kind) => ({ kind, count: null })),
      );
    });

    it('finds each kind, with what each side says', async () => {
      await holds('1', 'INFORMATION_SHARED');
      await holds('2', 'ACCEPTED');
      await holds('3', 'CLOSED', transferred(3));
      await holds('4', 'INFORMATION_SHARED', {
        origin_code: SECOND,
        destination_code: FIRST,
        responsible_code: SECOND,
      });
      await holds('5', 'NOTIFIED', { acknowledged_at: null });
      const rows = await rowsFor(FIRST, [
        [
          ...[origin('movement:1', FIRST, 'CLOSED'), origin('movement:2', FIRST, 'OPEN')],
          ...[origin('movement:3', FIRST, 'OPEN'), origin('movement:5', FIRST, 'OPEN')],
          destination('movement:6', FIRST, 'OPEN', false),
        ],
        [
          ...[destination('movement:1', SECOND, 'OPEN'), destination('movement:2', SECOND, 'KNOWN')],
          ...[destination('movement:3', SECOND, 'OPEN'), destination('movement:5', SECOND, 'KNOWN')],
        ],
      ]);
      const from = { originCode: FIRST, destinationCode: SECOND, since: '2026-01-02T00:00:00.000Z' };
      expect(rows).toEqual([
        {
          ...{ kind: 'CLOSED_WITHOUT_ACCEPTANCE', movementId: 'movement:1', ...from },
          ...{ originAnswer: 'CLOSED', destinationAnswer: 'OPEN' },
        },
        {
          ...{ kind: 'ACCEPTED_WITHOUT_OPEN_RECORD', movementId: 'movement:2', ...from },
          ...{ originAnswer: 'OPEN', destinationAnswer: 'NONE' },
        },
        {
          ...{ kind: 'OPEN_ON_BOTH', movementId: 'movement:3', ...from, since: expect.any(String) },
          ...{ originAnswer: 'OPEN', destinationAnswer: 'OPEN' },
        },
        {
          ...{ kind: 'OPEN_ON_NEITHER', movementId: 'movement:4', ...from, originCode: SECOND, destinationCode: FIRST },
          ...{ originAnswer: 'NONE', destinationAnswer: 'NONE' },
        },
        {
          ...{ kind: 'NEVER_ACKNOWLEDGED', movementId: 'movement:5', ...from },
          ...{ originAnswer: 'OPEN', destinationAnswer: 'NONE' },
        },
        {
          ...{ kind: 'ARRIVED_WITHOUT_NOTICE', movementId: 'movement:6', originCode: null, destinationCode: FIRST },
          ...{ originAnswer: 'UNANSWERED', destinationAnswer: 'OPEN', since: null },
        },
      ]);
    });

    it('concludes nothing from the silence of a partnership, and says who was silent', async () => {
      await holds('a', 'ACCEPTED');
      await holds('b', 'NOTIFIED');
      await holds('c', 'CLOSED', transferred(3));
      const answer = ['a', 'b', 'c'].map((id) => origin(`movement:${id}`, FIRST, 'OPEN'));
      expect(await kinds(answer, [])).toHaveLength(2);
      expect(await kinds(answer, null)).toEqual([]);
      expect(await kinds(null, null)).toEqual([]);
      const { coverage } = await reconcile(COUNTS, [answer, null], coordinator);
      expect(coverage).toMatchObject({ answered: count - 1, expected: count, missing: { length: 1 } });
    });

    it('has no answer of an authority that no partnership of the directory covers', async () => {
      await holds('a', 'ACCEPTED', { destination_code: OUTSIDE, destination_name: 'Essex' });
      expect(await kinds([origin('movement:a', FIRST, 'OPEN')])).toEqual([]);
      expect(await kinds([origin('movement:a', FIRST, 'CLOSED')])).toEqual(['movement:a CLOSED_WITHOUT_ACCEPTANCE']);
    });

    it('lets the clock of the acknowledgement run before it calls the destination silent', async () => {
      await holds('a', 'NOTIFIED', { acknowledged_at: null });
      const clock = (dueAt: string) =>
        london.dataSource.query(
          `INSERT INTO movement_clock (movement_id, code, rule_id, started_at, due_at)
           VALUES ('movement:a', 'ACKNOWLEDGEMENT', 'a-rule', '2026-01-01', $1)
           ON CONFLICT (movement_id, code) DO UPDATE SET due_at = EXCLUDED.due_at`,
          [dueAt],
        );
      const answer = [origin('movement:a', FIRST, 'OPEN')];
      expect(await kinds(answer, [])).toEqual(['movement:a NEVER_ACKNOWLEDGED']);
      await clock(daysAgo(-1));
      expect(await kinds(answer, [])).toEqual([]);
      await clock(daysAgo(1));
      expect(await kinds(answer, [])).toEqual(['movement:a NEVER_ACKNOWLEDGED']);
    });

    it('compares what ended in the last quarter, and what a side still calls open; of older ones silence says nothing', async () => {
      await holds('recent', 'CLOSED', transferred(91));
      await holds('past', 'CLOSED', transferred(93));
      expect(await kinds([], [])).toEqual(['movement:recent ACCEPTED_WITHOUT_OPEN_RECORD']);
      const open = [origin('movement:past', FIRST, 'OPEN'), origin('movement:recent', FIRST, 'CLOSED')];
      const recent = destination('movement:recent', SECOND, 'CLOSED');
      expect(await kinds(open, [recent])).toEqual([]);
      expect(await kinds(open, [recent, destination('movement:past', SECOND, 'OPEN')])).toEqual([
        'movement:past OPEN_ON_BOTH',
      ]);
    });

    it('takes no record for an arrival that had a notice, nor a word about the records of another partnership', async () => {
      expect(await kinds([destination('movement:removed', FIRST, 'OPEN')])).toEqual([]);
      expect(await kinds([], [destination('movement:false', FIRST, 'OPEN', false)])).toEqual([]);
      await holds('a', 'ACCEPTED');
      const own = [origin('movement:a', FIRST, 'OPEN')];
      expect(await kinds(own, [], [destination('movement:a', SECOND, 'OPEN')])).toEqual([
        'movement:a ACCEPTED_WITHOUT_OPEN_RECORD',
      ]);
    });

    const holdsNeither = (from: number, to: number) =>
      Promise.all(Array.from({ length: to - from }, (_, index) => holds(`${from + index}`, 'INFORMATION_SHARED')));
    const neither = async (...answers: (Summary[] | null)[]) => {
      const { counts } = await reconcile(COUNTS, answers, coordinator);
      return counts.kinds.find(({ kind }: { kind: string }) => kind === 'OPEN_ON_NEITHER').count;
    };
    const age = (days: number) =>
      london.dataSource.query(
        'UPDATE movement_publication SET published_at = published_at - make_interval(days => $1)',
        [days],
      );

    it('rounds numbers down, tells nought from nothing up to 4, and does not count anew within seven days', async () => {
      expect(await neither()).toBeNull();
      await holdsNeither(0, 4);
      await age(7);
      expect(await neither()).toBeNull();
      await holdsNeither(4, 5);
      await age(6);
      expect(await neither()).toBeNull();
      await age(1);
      expect(await neither()).toBe(5);
      await holdsNeither(5, 10);
      expect(await neither()).toBe(5);
    });

    it('counts anew where partnerships answer that had not, and not where others are silent', async () => {
      await holdsNeither(0, 5);
      expect(await neither(null, [], null)).toBeNull();
      expect(await neither([], [], null)).toBe(5);
      await holdsNeither(5, 10);
      expect(await neither(null)).toBe(5);
      expect(await neither()).toBe(10);
      await holdsNeither(10, 15);
      expect(await neither(null)).toBe(10);
      const { counts, coverage } = await reconcile(COUNTS, [null], coordinator);
      expect([counts.coverage.answered, coverage.answered]).toEqual([count, count - 1]);
    });

    it('shows rows to the two sides of a movement, and to nobody else', async () => {
      await holds('a', 'INFORMATION_SHARED');
      await holds('b', 'INFORMATION_SHARED', { origin_code: THIRD, responsible_code: THIRD });
      const arrived = [destination('movement:c', THIRD, 'OPEN', false)];
      const seenBy = async (authority: string) =>
        (await rowsFor(authority, [[], [], arrived])).map(({ movementId }) => movementId);
      expect(await seenBy(FIRST)).toEqual(['movement:a']);
      expect(await seenBy(SECOND)).toEqual(['movement:a', 'movement:b']);
      expect(await seenBy(THIRD)).toEqual(['movement:b', 'movement:c']);
      expect(await seenBy(FOURTH)).toEqual([]);
    });

    it('pages rows, once a kind', async () => {
      for (const id of ['a', 'b', 'c']) await holds(id, 'NOTIFIED', { acknowledged_at: null });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: string = `rows(first: 2, after: ${JSON.stringify(after)}) {
          edges { node { movementId kind } } pageInfo { hasNextPage endCursor } }`;
        const { rows } = await reconcile(page, [], duty(FIRST));
        seen.push(
          ...rows.edges.map(({ node }: { node: Summary & { kind: string } }) => `${node.movementId} ${node.kind}`),
        );
        after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(
        ['a', 'b', 'c'].flatMap((id) => [`movement:${id} NEVER_ACKNOWLEDGED`, `movement:${id} OPEN_ON_NEITHER`]),
      );
    });

    it('notes the children whose rows were seen, and none where numbers alone were', async () => {
      await holds('a', 'INFORMATION_SHARED');
      const noted = async (ask: () => Promise<unknown>) => {
        const records = () =>
          london.dataSource.query<{ children: string[] }[]>(
            "SELECT body::jsonb -> 'children' AS children FROM audit.access_record ORDER BY seq",
          );
        const before = (await records()).length;
        await ask();
        return (await records()).slice(before).map(({ children }) => children);
      };
      expect(await noted(() => rowsFor(FIRST, []))).toEqual([['p1:1:a']]);
      expect(await noted(() => reconcile(COUNTS, [], coordinator))).toEqual([]);
    });

    it('asks four SQL statements, one of them for what was published, however many movements and partnerships there are', async () => {
      for (let index = 0; index < 20; index++) await holds(String(index), 'INFORMATION_SHARED');
      await reconcile(COUNTS, [], coordinator);
      expect(london.statements.count()).toBe(4);
      await rowsFor(FIRST, []);
      expect(london.statements.count()).toBeLessThanOrEqual(4);
    });
  });
}
