import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
import { londonScp } from './london-scp';

describe('the directory', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(londonScp);
  });
  afterAll(() => subgraph.close());

  it('is read once a request, however deep a question goes into it', async () => {
    subgraph.statements.reset();
    const { errors } = await subgraph.ask(`{
      localAuthorities {
        name
        neighbours { name neighbours { name partnership { name coverage { localAuthority { name icb } } } } }
        partnership { localAuthorities { name } assertions { source } }
      }
      partnerships { name localAuthorities { gssCode name } }
    }`);
    expect(errors).toBeUndefined();
    // Local authorities; with what they lead to, coverages and partnerships; and assertions.
    expect(subgraph.statements.count()).toBe(3);
  });

  it('pages movements from the beginning when no cursor is given, in either way of giving none', async () => {
    const page = '{ edges { node { id } } pageInfo { hasPreviousPage } }';
    const query = `query ($after: String) { left: movements(first: 3) ${page} out: movements(first: 3, after: $after) ${page} }`;
    const { data, errors } = await subgraph.ask(query, { after: null });
    expect(errors).toBeUndefined();
    expect(data!['out']).toEqual(data!['left']);
    expect(data!['out']).toMatchObject({ edges: { length: 3 }, pageInfo: { hasPreviousPage: false } });
  });
});
