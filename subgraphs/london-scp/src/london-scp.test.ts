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
    // Local authorities, coverages, partnerships and assertions.
    expect(subgraph.statements.count()).toBe(4);
  });
});
