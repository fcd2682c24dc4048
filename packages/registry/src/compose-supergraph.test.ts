import { CompositionFailed } from './composition-failed';
import { composeSupergraph } from './compose-supergraph';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@override"])`;

const london = {
  name: 'london-scp',
  url: 'http://127.0.0.1:4001/graphql',
  sdl: `${LINK}
    type Query { partnerships: [LocalPartnership!]! }
    interface LocalPartnership { id: ID! name: String! }
    type LambethPartnership implements LocalPartnership @key(fields: "id") { id: ID! name: String! }`,
};

const lambeth = (fields = 'priorities: [String!]') => ({
  name: 'lambeth',
  url: 'http://127.0.0.1:4002/graphql',
  sdl: `${LINK}
    interface LocalPartnership { id: ID! }
    type LambethPartnership implements LocalPartnership @key(fields: "id") { id: ID! ${fields} }`,
});

function issuesOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof CompositionFailed) return error.issues;
    throw error;
  }
  throw new Error('It composed.');
}

describe('composeSupergraph', () => {
  it('gives a supergraph and, when asked, the schema that clients see', () => {
    const { supergraphSdl, apiSchema } = composeSupergraph([london, lambeth()]);
    expect(supergraphSdl).toContain('@join__graph(name: "lambeth"');
    const type = apiSchema().getType('LambethPartnership');
    expect(type).toHaveProperty('_fields.priorities');
  });

  it('names the code and the subgraphs of each composition error', () => {
    const clash = { ...lambeth('name: Int!'), name: 'lambeth' };
    const issues = issuesOf(() => composeSupergraph([london, clash]));
    expect(issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['FIELD_TYPE_MISMATCH', 'FIELD_HAS_TWO_HOMES']),
    );
    expect(issues[0]?.subgraphs).toEqual(['lambeth', 'london-scp']);
  });

  it('names the subgraph whose schema is invalid', () => {
    const [issue] = issuesOf(() => composeSupergraph([london, lambeth('priorities: [Priority!]')]));
    expect(issue).toEqual({
      code: 'INVALID_GRAPHQL',
      message: 'Unknown type Priority',
      remedy: expect.stringMatching(/^Correct it at the line that is named/),
      subgraphs: ['lambeth'],
    });
    expect(issuesOf(() => composeSupergraph([london, lambeth('}')]))[0]?.subgraphs).toEqual(['lambeth']);
  });

  it('refuses a shared second home that composition itself allows', () => {
    const shared = '@key(fields: "id") { id: ID! name: String! @shareable }';
    const sharing = { ...london, sdl: london.sdl.replace(/@key\(fields: "id"\) \{.*\}/, shared) };
    const issues = issuesOf(() => composeSupergraph([sharing, lambeth('name: String! @shareable')]));
    expect(issues).toEqual([
      expect.objectContaining({
        code: 'FIELD_HAS_TWO_HOMES',
        coordinate: 'LambethPartnership.name',
        subgraphs: ['london-scp', 'lambeth'],
      }),
    ]);
  });

  it('lists every issue in its message', () => {
    const failed = new CompositionFailed([
      { code: 'A', message: 'one', subgraphs: ['lambeth'] },
      { code: 'B', message: 'two', subgraphs: [] },
    ]);
    expect(failed.message).toBe('The subgraphs do not compose: 2 errors found.\n- A (lambeth): one\n- B: two');
  });
});
