import { print } from 'graphql';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { Executable, OperationVariant } from './operation-variants';

/** Plans an operation, in the planner's thread. @throws GraphQLError where it cannot be planned. */
export async function makeExecutable(
  { planner }: Pick<ServedSupergraph, 'planner'>,
  { document }: OperationVariant,
  operationName: string | undefined,
): Promise<Executable> {
  const plan = await planner.plan({ document: print(document), operationName });
  return { plan, size: 0 };
}
