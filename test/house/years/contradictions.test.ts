import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { havering } from '../../../subgraphs/havering/src/havering';
import { redbridge } from '../../../subgraphs/redbridge/src/redbridge';
import { openSubgraph } from '../../support/open-subgraph';

/** What the document of a partnership says of the BHR Safeguarding Partnership, as the graph shows it. */
async function saidOfBhr(definition: SubgraphDefinition, typeName: string) {
  const subgraph = await openSubgraph(definition, { demo: false });
  const { data, errors } = await subgraph.ask(
    `{ _entities(representations: [{ __typename: "${typeName}", id: "${definition.name}" }]) {
      ... on ${typeName} { relations { id subject statement validFrom validTo sources } } } }`,
  );
  await subgraph.close();
  expect(errors).toBeUndefined();
  const [{ relations }] = data!['_entities'] as [{ relations: { subject: string }[] }];
  return relations.filter(({ subject }) => /BHR/.test(subject));
}

describe('the arrangement of Barking & Dagenham, Havering and Redbridge', () => {
  it('was to cease by one document and goes on by another, and the graph shows both and an end of neither', async () => {
    expect(await saidOfBhr(havering, 'HaveringPartnership')).toMatchObject([
      { id: 'havering-part-of-bhr', validFrom: '2019-09', validTo: null, sources: ['HAV-03', 'HAV-04'] },
      {
        ...{ id: 'havering-bhr-agreed-to-cease', validFrom: '2021-11', validTo: null, sources: ['HAV-04'] },
        statement: expect.stringContaining('would cease'),
      },
    ]);
    expect(await saidOfBhr(redbridge, 'RedbridgePartnership')).toMatchObject([
      {
        ...{ id: 'redbridge-bhr-safeguarding-partnership', validFrom: null, validTo: null },
        ...{
          statement: expect.stringContaining('works in conjunction with'),
          sources: expect.arrayContaining(['RED-02']),
        },
      },
    ]);
  });
});
