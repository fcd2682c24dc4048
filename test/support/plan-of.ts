import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode } from '@apollo/query-planner';
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';

/** A fetch of a plan: when it runs (stages run one after another), of whom, and where in the answer it belongs. */
export interface PlannedFetch {
  stage: number;
  subgraph: string;
  path: string;
}

/** Plans a query over a supergraph, and lists its fetches by stage. Fetches of one stage run in parallel. */
export function planOf(supergraphSdl: string, query: string): PlannedFetch[] {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const planner = new QueryPlanner(supergraph);
  const plan = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(query)));
  const fetches: PlannedFetch[] = [];
  if (plan.node && plan.node.kind !== 'Subscription') collect(plan.node, 0, '', fetches);
  return fetches;
}

/** Returns the stage after the last one used. */
function collect(node: PlanNode, stage: number, path: string, fetches: PlannedFetch[]): number {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.reduce((next, child) => collect(child, next, path, fetches), stage);
    case 'Parallel':
      return Math.max(...node.nodes.map((child) => collect(child, stage, path, fetches)));
    case 'Flatten':
      return collect(node.node, stage, [path, ...node.path].filter(Boolean).join('.'), fetches);
    case 'Fetch':
      fetches.push({ stage, subgraph: node.serviceName, path });
      return stage + 1;
    default:
      throw new Error(`A plan node of kind ${node.kind} is not expected here.`);
  }
}
