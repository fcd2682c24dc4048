import { join } from 'node:path';
import { mutationNamed } from '../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

let subgraph: OpenSubgraph;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../../../subgraphs/havering/facts');
  const madeUp = { id: 'made-up', typeName: 'MadeUpPartnership', localAuthorities: [], factsFolder };
  subgraph = await openSubgraph(definePartnership(madeUp));
});
afterAll(() => subgraph?.close());

interface Payload {
  connection: { networkId: string; connectedOn: string; isSynthetic: boolean; body: { id: string } } | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

async function change(name: 'ConnectBodyToNetwork' | 'DisconnectBodyFromNetwork', input: object): Promise<Payload> {
  const field = mutationNamed(name);
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${name}Input!) { ${field}(input: $input) {
      connection { networkId connectedOn isSynthetic body { id name seats { title } } } userErrors { field message code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data![field] as Payload;
}
const connections = async () => {
  const { data } = await subgraph.ask(
    `{ _entities(representations: [{ __typename: "MadeUpPartnership", id: "made-up" }]) {
      ... on MadeUpPartnership { agencies { id name sector } networkConnections { networkId isSynthetic body { id } } } } }`,
  );
  return (
    data!['_entities'] as [{ agencies: object[]; networkConnections: { networkId: string; isSynthetic: boolean }[] }]
  )[0];
};

const input = { networkId: 'network:online-harms', bodyId: 'havering-executive', connectedOn: '2026-02-01' };

describe("a partnership's connections to networks", () => {
  it('are made once, under its own name', async () => {
    const first = await change('ConnectBodyToNetwork', input);
    expect(first).toMatchObject({
      connection: { networkId: input.networkId, body: { id: 'havering-executive' }, isSynthetic: false },
      userErrors: [],
    });
    expect(await change('ConnectBodyToNetwork', input)).toEqual(first);
    expect(await change('ConnectBodyToNetwork', { ...input, connectedOn: '2026-02-02' })).toMatchObject({
      connection: null,
      userErrors: [{ code: 'ALREADY_CONNECTED', field: ['input', 'connectedOn'] }],
    });
  });

  it('are refused for an unknown body and for what is not a network, naming the field', async () => {
    expect((await change('ConnectBodyToNetwork', { ...input, bodyId: 'nobody' })).userErrors).toEqual([
      {
        field: ['input', 'bodyId'],
        message: 'The partnership has no body "nobody". Take one of its `bodies { id }`.',
        code: 'BODY_UNKNOWN',
      },
    ]);
    expect((await change('ConnectBodyToNetwork', { ...input, networkId: 'Online' })).userErrors).toMatchObject([
      { field: ['input', 'networkId'], code: 'NETWORK_ID_INVALID' },
    ]);
  });

  it('are taken away', async () => {
    const { connectedOn: _, ...key } = input;
    expect(await change('DisconnectBodyFromNetwork', key)).toMatchObject({
      connection: { connectedOn: '2026-02-01' },
      userErrors: [],
    });
    expect(await change('DisconnectBodyFromNetwork', key)).toMatchObject({
      connection: null,
      userErrors: [{ code: 'CONNECTION_UNKNOWN', field: ['input', 'bodyId'] }],
    });
  });

  it('of the demonstration give way to real ones, and go without them', async () => {
    const { networkConnections, agencies } = await connections();
    expect(agencies).toHaveLength(9);
    expect(networkConnections.length).toBeGreaterThan(0);
    expect(networkConnections.every(({ isSynthetic }) => isSynthetic)).toBe(true);
    const [{ network_id: networkId, body_id: bodyId }] = await subgraph.dataSource.query<
      [{ network_id: string; body_id: string }]
    >('SELECT * FROM network_connection LIMIT 1');
    await change('ConnectBodyToNetwork', { networkId, bodyId, connectedOn: '2026-03-01' });
    await subgraph.reload(false);
    const own = { networkId, isSynthetic: false, body: { id: bodyId } };
    expect((await connections()).networkConnections).toEqual([own]);
    await subgraph.reload(true);
    const all = (await connections()).networkConnections;
    expect(all).toContainEqual(own);
    expect(all).toHaveLength(networkConnections.length);
  });
});
