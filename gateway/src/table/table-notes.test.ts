import { buildSchema, getOperationAST, parse, type GraphQLFormattedError } from 'graphql';
import { AnswerCoverage } from '../partial-answers/answer-coverage';
import { tableLines } from './table-lines';
import { TableNotes } from './table-notes';
import { tableShape } from './table-shape';

const schema = buildSchema(`
  type Query { bodies: [Body] meetings(after: String): MeetingConnection }
  type Body { name: String isSynthetic: Boolean meetings: MeetingConnection }
  type MeetingConnection { edges: [Edge] pageInfo: PageInfo }
  type Edge { node: Meeting cursor: String }
  type Meeting { heldOn: String }
  type PageInfo { hasNextPage: Boolean endCursor: String }
`);
const COVERAGE = new AnswerCoverage(['havering', 'lambeth', 'london-scp', 'redbridge']);
const OPERATION = { name: '05-meetings', title: 'Meetings', about: 'Who met.', id: 'abc' };

/** The lines of a table whose pages came so, each a second after the other. */
async function linesOf(
  query: string,
  pages: { data: unknown; errors?: GraphQLFormattedError[]; asked?: string[] }[],
  variables?: object,
) {
  const document = parse(query);
  const shape = tableShape(schema, document, getOperationAST(document)!);
  let second = 0;
  const now = () => new Date(Date.UTC(2026, 9, 31, 12, 0, second++));
  const notes = new TableNotes(OPERATION, variables as never, shape, COVERAGE, now);
  const lines = [];
  async function* all() {
    for (const { data, errors = [], asked = ['london-scp'] } of pages) {
      notes.addPage({ data, errors }, new Set(asked));
      yield { data, errors };
    }
  }
  for await (const line of tableLines(shape, all(), notes)) lines.push(line);
  return lines;
}

describe('the file of a table', () => {
  it('says below its rows what it is, of when, from whom, and that it is whole', async () => {
    const data = { bodies: [{ name: 'Executive', isSynthetic: false }] };
    const lines = await linesOf(
      '{ bodies { name isSynthetic } }',
      [{ data, asked: ['havering', 'lambeth', 'london-scp'] }],
      {
        on: 1,
      },
    );
    expect(lines).toEqual([
      ['bodies.name', 'bodies.isSynthetic'],
      ['Executive', false],
      [null, null],
      ...[
        'Question: Meetings. Who met.',
        'Saved operation: 05-meetings (sha256:abc)',
        'Asked with: {"on":1}',
        'As of: 2026-10-31T12:00:00Z to 2026-10-31T12:00:01Z',
        'Source: London SCP hub, from havering, lambeth, london-scp',
        'Coverage: 2 of 2 partnerships answered',
        'Demonstration data: no row is marked as such',
        'Rows: 1',
      ].map((line) => [line, null]),
    ]);
  });

  it('says what is missing, and why, and what there is more of', async () => {
    const connection = { pageInfo: { hasNextPage: true, endCursor: 'a' }, edges: [] };
    const data = { bodies: [{ name: 'Executive', meetings: connection }] };
    const page = {
      data,
      errors: [{ message: 'The partnership lambeth did not answer.', extensions: { subgraph: 'lambeth' } }],
      asked: ['havering', 'lambeth', 'london-scp'],
    };
    const lines = (
      await linesOf('{ bodies { name meetings { edges { node { heldOn } } pageInfo { hasNextPage } } } }', [page])
    ).flat();
    expect(lines).toEqual(
      expect.arrayContaining([
        'Coverage: 1 of 2 partnerships answered, not lambeth',
        'Not complete: The partnership lambeth did not answer.',
        'There is more of bodies.meetings than the question asks for',
      ]),
    );
  });

  it('says once for all pages what it says, and nothing of the pages that it has', async () => {
    const query =
      'query Q($after: String) { meetings(after: $after) { edges { node { heldOn } } pageInfo { hasNextPage endCursor } } }';
    const page = (heldOn: string, hasNextPage: boolean) => ({
      data: { meetings: { edges: [{ node: { heldOn } }], pageInfo: { hasNextPage, endCursor: heldOn } } },
      errors: [{ message: 'Late.' }],
    });
    const lines = (await linesOf(query, [page('a', true), page('b', false)])).flat();
    expect(lines.slice(0, 3)).toEqual(['meetings.heldOn', 'a', 'b']);
    expect(lines.filter((line) => line === 'Not complete: Late.')).toHaveLength(1);
    expect(lines).toContain('Rows: 2');
    expect(lines.join()).not.toContain('There is more');
  });

  it('says that it holds demonstration data where a row does', async () => {
    const data = {
      bodies: [
        { name: 'A', isSynthetic: false },
        { name: 'B', isSynthetic: true },
      ],
    };
    expect((await linesOf('{ bodies { name isSynthetic } }', [{ data }])).flat()).toContain(
      'Demonstration data: yes, where isSynthetic is true',
    );
  });

  it('of no rows is not empty', async () => {
    const lines = await linesOf('{ bodies { name } }', [{ data: { bodies: [] } }]);
    expect(lines.flat()).toEqual(
      expect.arrayContaining(['bodies.name', 'Rows: 0', 'Source: London SCP hub, from london-scp']),
    );
  });

  it('counts a partnership as the answer does: whoever told an error on any page is missing', async () => {
    const query =
      'query Q($after: String) { meetings(after: $after) { edges { node { heldOn } } pageInfo { hasNextPage endCursor } } }';
    const page = (hasNextPage: boolean, failed: string[], asked: string[]) => ({
      data: { meetings: { edges: [], pageInfo: { hasNextPage, endCursor: 'a' } } },
      errors: failed.map((subgraph) => ({ message: 'No register.', extensions: { subgraph } })),
      asked: ['london-scp', ...asked],
    });
    const lines = await linesOf(query, [
      page(true, [], ['lambeth', 'havering']),
      page(true, ['havering', 'london-scp'], ['havering', 'redbridge']),
      page(false, ['redbridge'], ['redbridge']),
    ]);
    expect(lines.flat()).toContain('Coverage: 1 of 3 partnerships answered, not havering, not redbridge');
    expect(lines.flat().filter((line) => line === 'Not complete: No register.')).toHaveLength(1);
  });

  it('says nothing of coverage where fewer than two partnerships were asked, as the answer does', async () => {
    const lines = await linesOf('{ bodies { name } }', [{ data: { bodies: [] }, asked: ['london-scp', 'lambeth'] }]);
    expect(lines.flat().join()).not.toContain('Coverage');
  });
});
