import type { QueryPlan } from '@apollo/query-planner';
import { Unsupported } from './unsupported';

type PlanNode = NonNullable<QueryPlan['node']>;

/** One request that the planner wants made. */
export type PlannedFetch = Extract<PlanNode, { kind: 'Fetch' }>;

/** A fetch, and where its objects stand: our response keys, and `@` for each list. */
export interface PlacedFetch {
  fetch: PlannedFetch;
  path: readonly string[];
}

/** Fetches that wait for nothing but the stages before. */
export type Stage = readonly PlacedFetch[];

/**
 * A plan as stages, one a level. What the planner lets run in parallel begins together at each level, so that a subgraph can be
 * asked in one request for all that one level needs of it.
 *
 * @param conditions - values of the variables in `@skip` and `@include`, by which branches are chosen.
 */
export function planStages({ node }: QueryPlan, conditions: ReadonlyMap<string, boolean>): Stage[] {
  const stages: PlacedFetch[][] = [];

  /** Files what is under a node from a level on, and says which level comes next. */
  function file(node: PlanNode, path: readonly string[], level: number): number {
    switch (node.kind) {
      case 'Sequence':
        return node.nodes.reduce((next, one) => file(one, path, next), level);
      case 'Parallel':
        return Math.max(level, ...node.nodes.map((one) => file(one, path, level)));
      case 'Flatten':
        return file(node.node, [...path, ...node.path.map(plainPart)], level);
      case 'Condition': {
        const value = conditions.get(node.condition);
        if (value === undefined) throw new Unsupported('a condition without a value');
        const branch = value ? node.ifClause : node.elseClause;
        return branch ? file(branch, path, level) : level;
      }
      case 'Fetch':
        if (node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length) {
          throw new Unsupported('rewrites');
        }
        if (node.variableUsages?.includes('representations')) throw new Unsupported('a variable named representations');
        if (!node.requires && path.length > 0) throw new Unsupported('a fetch of no entities inside the answer');
        (stages[level] ??= []).push({ fetch: node, path });
        return level + 1;
      default:
        throw new Unsupported(`a plan with ${node.kind}`);
    }
  }

  if (node) file(node, [], 0);
  return stages;
}

function plainPart(part: string | number): string {
  if (typeof part === 'string' && !part.includes('|')) return part;
  // Without the part: there are as many as there are types.
  throw new Unsupported('a path through some types only');
}
