import { print } from 'graphql';
import { compileOperation, type CompiledOperation, type CompileOptions } from '../execution/compile-operation';
import { inTurns } from '../execution/in-turns';
import { withOwnResponseKeys } from '../execution/response-keys';
import { Unsupported } from '../execution/unsupported';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { givenConditions, operationOf, type Executable, type OperationVariant } from './operation-variants';

/** Bytes of a plan in memory for each character of its operations, roughly. */
const OF_A_PLAN = 4;

/**
 * Plans an operation in the planner's thread, and compiles it; or plans it as the stock executor runs it, where it cannot be
 * compiled.
 *
 * @throws GraphQLError where it cannot be planned.
 */
export async function makeExecutable(served: ServedSupergraph, variant: OperationVariant): Promise<Executable> {
  try {
    const compiled = await compiledOperation(served, variant);
    return { compiled, size: compiled.size };
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    const { document } = variant;
    const plan = await served.planner.plan({ document: print(document), operationName: variant.operationName });
    return { plan, reason: error.message, size: OF_A_PLAN * JSON.stringify(plan).length };
  }
}

/**
 * Plans an operation under our response keys. One that was planned before is planned at once.
 *
 * @throws GraphQLError where it cannot be planned.
 */
export async function ownPlan(
  { planner, fullSchema }: ServedSupergraph,
  variant: OperationVariant,
): Promise<Pick<CompileOptions, 'plan' | 'responseKeys'>> {
  const { document, markers, operationName } = variant;
  const own = withOwnResponseKeys(document, operationOf(variant), fullSchema, markers);
  const plan = await planner.plan({ document: print(own.document), operationName });
  return { plan, responseKeys: own.responseKeys };
}

async function compiledOperation(served: ServedSupergraph, variant: OperationVariant): Promise<CompiledOperation> {
  const { schema: apiSchema, fullSchema: schema } = served;
  const planned = await ownPlan(served, variant);
  return inTurns(compileOperation({ ...planned, schema, apiSchema, conditions: givenConditions(variant) }));
}
