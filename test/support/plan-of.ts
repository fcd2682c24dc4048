import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode } from '@apollo/query-planner';
import { parse } from 'graphql';

/** A fetch of a plan: when it runs (stages run one after another), of whom, and where in the answer it belongs. */
export interface PlannedFetch {
  stage: number;
  subgraph: string;
  path: string;
}

/** Plans a query over a supergraph, and lists its fetches by stage. Fetches of one stage run in parallel. */
export function planOf(supergraphSdl: string, query: string): PlannedFetch[] {
  const { supergraph, planner } = plannerOf(supergraphSdl);
  const plan = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(query)));
  const fetches: PlannedFetch[] = [];
  if (plan.node && plan.node.kind !== 'Subscription') collect(plan.node, 0, '', fetches);
  return fetches;
}

let latest: { supergraphSdl: string; supergraph: Supergraph; planner: QueryPlanner } | undefined;

/** Kept from one query to the next: a London of 33 takes a second to load. */
function plannerOf(supergraphSdl: string) {
  if (latest?.supergraphSdl !== supergraphSdl) {
    const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
    latest = { supergraphSdl, supergraph, planner: new QueryPlanner(supergraph) };
  }
  return latest;
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
