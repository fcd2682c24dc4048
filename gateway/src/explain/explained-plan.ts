import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import { planStages, type PlacedFetch, type PlannedFetch, type Stage } from '../execution/plan-stages';
import { ownPlan } from '../operation/make-executable';
import { givenConditions, type Executable, type OperationVariant } from '../operation/operation-variants';
import type { ServedSupergraph } from '../supergraph/served-supergraph';

/** One fetch of a plan. */
export interface ExplainedFetch {
  /** Where its objects stand in the answer, `@` for each list; empty for root fields. */
  path: string;
  /** What it takes of each object, such as `LambethPartnership.id`; none for root fields. */
  needs: readonly string[];
  /** What the subgraph is asked. Its variables are the client's, and the objects. */
  operation: string;
}

/** One request to a subgraph. */
export interface ExplainedRequest {
  subgraph: string;
  /** Several are merged into one request. */
  fetches: ExplainedFetch[];
}

/** How an operation is answered. */
export type ExplainedPlan =
  /** In stages: each begins when all requests of the one before are over. */
  | { executor: 'compiled'; stages: ExplainedRequest[][] }
  /** By the executor of `@apollo/gateway`, and why; the plan is in the words of its planner. */
  | { executor: 'stock'; reason: string; plan: string }
  /** No subgraph is asked: only the schema, or nothing that the caller may see. */
  | { executor: 'none' };

/** Says how a variant is run. @param executable - of the variant; null where no subgraph is asked. */
export async function explainPlan(
  served: ServedSupergraph,
  variant: OperationVariant,
  executable: Executable | null,
): Promise<ExplainedPlan> {
  if (!executable) return { executor: 'none' };
  if ('plan' in executable) {
    const { plan, reason } = executable;
    return { executor: 'stock', reason, plan: prettyFormatQueryPlan(plan) };
  }
  const { plan } = await ownPlan(served, variant);
  return { executor: 'compiled', stages: stagesOf(plan, variant) };
}

function stagesOf(plan: QueryPlan, variant: OperationVariant): ExplainedRequest[][] {
  return planStages(plan, givenConditions(variant)).map(requestsOf);
}

/** Fetches of entities are merged, one request a subgraph; those of root fields are not. */
function requestsOf(stage: Stage): ExplainedRequest[] {
  const merged = new Map<string, ExplainedRequest>();
  const requests: ExplainedRequest[] = [];
  for (const placed of stage) {
    const { serviceName: subgraph, requires } = placed.fetch;
    const known = requires && merged.get(subgraph);
    if (known) {
      known.fetches.push(explainFetch(placed));
      continue;
    }
    const request = { subgraph, fetches: [explainFetch(placed)] };
    requests.push(request);
    if (requires) merged.set(subgraph, request);
  }
  return requests;
}

function explainFetch({ fetch, path }: PlacedFetch): ExplainedFetch {
  return { path: path.join('.'), needs: fieldsIn(fetch.requires, ''), operation: fetch.operation };
}

function fieldsIn(selections: PlannedFetch['requires'] = [], parent: string): string[] {
  return selections.flatMap((node) => {
    if (node.kind === 'InlineFragment')
      return fieldsIn(node.selections, node.typeCondition ? `${parent}${node.typeCondition}.` : parent);
    // It goes with every object.
    if (node.name === '__typename') return [];
    const name = parent + node.name;
    return node.selections ? fieldsIn(node.selections, `${name}.`) : [name];
  });
}
