import { HeaderMap } from '@apollo/server';
import { passedBy, PLAN_WEIGHT, valuesIn, type CallerAllowance } from '@hub/limits';
import { gatewayError } from '../errors';
import type { OperationCheck } from '../operation/operation-checks';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';

/** Refuses operations that ask too much at once, and takes what one costs from its caller's points: what its lists can bring. */
export class OperationLimits {
  constructor(
    private readonly inUse: SupergraphInUse,
    private readonly points: CallerAllowance,
  ) {}

  /**
   * Before access, purpose and plan.
   *
   * @throws GraphQLError where it asks too much, or nothing is left of the caller's points.
   */
  readonly take: OperationCheck = ({ document, operation, variables = {} }, context) => {
    const { meter } = context.served ?? this.inUse.current;
    const measured = meter.measure(document, operation, variables);
    const cost = measured.cost + valuesIn(variables, meter.limits.maxCost);
    const passed = passedBy({ ...measured, cost }, meter);
    if (passed) throw gatewayError(passed.code, passed.values);

    context.operationCost = cost;
    context.planCost = PLAN_WEIGHT * measured.size;
    const mustWait = this.points.take(context.asker, cost, context.documentCost);
    if (mustWait) {
      const retryAfter = new HeaderMap([['retry-after', String(mustWait.seconds)]]);
      throw gatewayError('COST_LIMITED', { what: 'The operation', cost, ...mustWait }, retryAfter);
    }
  };
}
