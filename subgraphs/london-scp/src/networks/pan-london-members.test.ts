import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';

describe('a pan-London agency in a network', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(londonScp);
  });
  afterAll(() => subgraph.close());

  const add = async (agencyId: string) => {
    const { data, errors } = await subgraph.ask(
      `mutation { addNetworkMember(input: { networkId: "network:extremism", partnershipId: "london-scp",
        agencyId: "${agencyId}", sector: REGIONAL_GOVERNMENT }) { network { id } userErrors { code field } } }`,
    );
    expect(errors).toBeUndefined();
    return data!['addNetworkMember'] as { network: object | null; userErrors: object[] };
  };

  it('is a member without a partnership, by its global id', async () => {
    expect(await add('transport-for-london')).toMatchObject({ userErrors: [] });
    const rows = await subgraph.dataSource.query(
      `SELECT partnership_id, agency_id FROM network_member WHERE partnership_id = 'london-scp'`,
    );
    expect(rows).toEqual([{ partnership_id: 'london-scp', agency_id: 'london-scp:agency:transport-for-london' }]);
  });

  it('is one that the London SCP knows', async () => {
    const refused = [{ code: 'AGENCY_UNKNOWN', field: ['input', 'agencyId'] }];
    expect(await add('nobody')).toEqual({ network: null, userErrors: refused });
  });
});
