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
import type { RequestContext } from '../operation/request-context';

/**
 * Refuses operations that ask too much at once, and takes what an operation costs from its caller's points: what its lists
 * can bring. Before access, purpose and plan.
 *
 * @param subgraphs - how many there are.
 */
export function limitOperations(points: CallerAllowance, subgraphs: number): ApolloServerPlugin<RequestContext> {
  let meter: OperationMeter;
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
        async didResolveOperation({ document, operation, request: { variables = {} }, contextValue }) {
          if (!operation) return;
          const measured = meter.measure(document, operation, variables);
          const cost = measured.cost + valuesIn(variables, meter.limits.maxCost);
          const passed = passedBy({ ...measured, cost }, meter);
          if (passed) throw gatewayError(passed.code, passed.values);

          contextValue.planCost = PLAN_WEIGHT * measured.size;
          const mustWait = points.take(contextValue.asker, cost, contextValue.documentCost);
          if (mustWait) {
            const retryAfter = new HeaderMap([['retry-after', String(mustWait.seconds)]]);
            throw gatewayError('COST_LIMITED', { what: 'The operation', cost, ...mustWait }, retryAfter);
          }
        },
      };
    },
  };
}
