import { graphql } from 'graphql';
import { passportOf } from '../../../../test/support/passports';
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
    contextValue: { passport: passportOf('analyst'), deadline: new Deadline(Infinity) } as SubgraphContext,
  });
  expect(data).toEqual({ _entities: [null] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['_entities', 0], 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ]);
});
