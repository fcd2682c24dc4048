import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  costRules,
  operationLimits,
  OperationMeter,
  passedBy,
  PLAN_WEIGHT,
  valuesIn,
  type CallerAllowance,
} from '@hub/limits';
import { parse } from 'graphql';
import { gatewayError } from '../errors';
import { LruMap } from '../lru-map';
import type { RequestContext } from '../operation/request-context';

/** How many operations are known to have been planned. */
const KNOWN = 1000;

/**
 * Refuses operations that ask too much at once, and takes what an operation costs from its caller's points: what its lists
 * can bring, and the plan where there is none yet. Before access, purpose and plan.
 *
 * @param subgraphs - how many there are.
 */
export function limitOperations(points: CallerAllowance, subgraphs: number): ApolloServerPlugin<RequestContext> {
  let meter: OperationMeter;
  const planned = new LruMap<string, true>(KNOWN);
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema, coreSupergraphSdl = '' }) {
          const rules = costRules(parse(coreSupergraphSdl, { noLocation: true }));
          meter = new OperationMeter(apiSchema, rules, operationLimits(subgraphs));
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request: { variables = {} }, queryHash, contextValue }) {
          if (!operation) return;
          const measured = meter.measure(document, operation, variables);
          const cost = measured.cost + valuesIn(variables, meter.limits.maxCost);
          const passed = passedBy({ ...measured, cost }, meter);
          if (passed) throw gatewayError(passed.code, passed.values);

          const plan = `${queryHash} ${operation.name?.value}`;
          const isPlanned = measured.isIntrospection || planned.has(plan);
          const whole = cost + (isPlanned ? 0 : PLAN_WEIGHT * measured.size);
          const mustWait = points.take(contextValue.asker, whole, contextValue.documentCost);
          if (mustWait) {
            const retryAfter = new HeaderMap([['retry-after', String(mustWait.seconds)]]);
            throw gatewayError('COST_LIMITED', { what: 'The operation', cost: whole, ...mustWait }, retryAfter);
          }
          planned.set(plan, true);
        },
      };
    },
  };
}
