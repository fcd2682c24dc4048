import type { ApolloServerPlugin } from '@apollo/server';
import { costRules, HUB_OPERATION_LIMITS, operationLimits, OperationMeter, passedBy, valuesIn } from '@hub/limits';
import { parse, type GraphQLSchema } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import { limitError } from './limit-error';
import type { PortLimits } from './port-limits';

/**
 * Refuses operations that ask too much at once, as the gateway does, before anything is resolved. The hub may ask for
 * more: it joins what one of its callers is answered. Others pay with their points.
 */
export function limitOperations(
  { schema, sdl }: { schema: GraphQLSchema; sdl: string },
  limits: PortLimits,
): ApolloServerPlugin<SubgraphContext> {
  const rules = costRules(parse(sdl, { noLocation: true }));
  const forAll = new OperationMeter(schema, rules, operationLimits(1));
  const forHub = new OperationMeter(schema, rules, HUB_OPERATION_LIMITS);
  return {
    async requestDidStart({ contextValue: { requestIdentity } }) {
      return {
        async didResolveOperation({ document, operation, request: { variables = {} } }) {
          if (!operation) return;
          const meter = requestIdentity.isHub ? forHub : forAll;
          const measured = meter.measure(document, operation, variables);
          const cost = measured.cost + valuesIn(variables, meter.limits.maxCost);
          const passed = passedBy({ ...measured, cost }, meter);
          if (passed) throw limitError(passed.code, passed.values);
          limits.charge(requestIdentity, cost);
        },
      };
    },
  };
}
