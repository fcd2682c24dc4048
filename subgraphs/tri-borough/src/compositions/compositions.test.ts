import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { triBorough } from '../tri-borough';

describe('who makes up the Strategic Planning Group', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(triBorough);
  });
  afterAll(() => subgraph.close());

  it('is said by both passages of the document, which differ, and neither is chosen', async () => {
    const { data, errors } = await subgraph.ask(`{
      _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
        ... on TriBoroughPartnership { compositions(on: "2026-10-31") {
          statement sources body { id } members { office body { id kind } } } } } }`);
    expect(errors).toBeUndefined();
    type Composition = { statement: string; members: { office: string; body: { id: string; kind: string } }[] };
    const [{ compositions }] = data!['_entities'] as [{ compositions: Composition[] }];
    expect(compositions).toHaveLength(2);
    const [chairs, withIndependentChair] = compositions.map(({ members }) => members);
    expect(chairs!.every(({ body }) => body.kind === 'SUBGROUP')).toBe(true);
    expect(new Set(chairs!.map(({ office }) => office))).toEqual(new Set(['CHAIR', 'CO_CHAIR']));
    const ofTheLscp = ({ body }: { body: { id: string } }) => body.id === 'tri-borough-lscp';
    expect(withIndependentChair!.filter(ofTheLscp)).toEqual([expect.objectContaining({ office: 'CHAIR' })]);
    const others = withIndependentChair!.filter((one) => !ofTheLscp(one));
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ office }) => office === 'CO_CHAIR')).toBe(true);
  });
});
