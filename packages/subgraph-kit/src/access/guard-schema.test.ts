import { graphql } from 'graphql';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import { buildFederatedSchema } from '../build-federated-schema';
import { Movement } from '../../testing/casework-types';
import { Deadline } from '../deadline/deadline';
import type { SubgraphContext } from '../subgraph-context';

test('where all entities are guarded, references are still refused one by one', async () => {
  const { schema } = await buildFederatedSchema({
    name: 'movements',
    resolvers: [],
    types: [Movement],
    references: [{ typeName: 'Movement', resolve: () => null }],
  });
  const { data, errors } = await graphql({
    schema,
    source: '{ _entities(representations: [{ __typename: "Movement", id: "m1" }]) { __typename } }',
    contextValue: {
      requestIdentity: requestIdentityOf('analyst'),
      deadline: new Deadline(Infinity),
    } as SubgraphContext,
  });
  expect(data).toEqual({ _entities: [null] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['_entities', 0], 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ]);
});
