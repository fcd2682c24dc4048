import type { QueryPlan } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import type { OperationVariant } from '../operation/operation-variants';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { explainPlan } from './explained-plan';

const plan: QueryPlan = {
  kind: 'QueryPlan',
  node: {
    kind: 'Fetch',
    serviceName: 'lambeth',
    operation: '{ priorities }',
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
  },
};
const served = {} as ServedSupergraph;
const variant = {} as OperationVariant;

it('what the stock executor runs is explained with why, and its plan', async () => {
  const explained = await explainPlan(served, variant, { plan, reason: 'rewrites', size: 1 });
  expect(explained).toEqual({
    executor: 'stock',
    reason: 'rewrites',
    plan: expect.stringContaining('Fetch(service: "lambeth")'),
  });
});

it('where no subgraph is asked there is no plan', async () => {
  expect(await explainPlan(served, variant, null)).toEqual({ executor: 'none' });
});
