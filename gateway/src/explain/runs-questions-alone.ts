import { OperationTypeNode } from 'graphql';
import { gatewayError } from '../errors';
import type { OperationCheck } from '../operation/operation-checks';

/** Refuses to run a mutation only to see how long that takes. */
export const runsQuestionsAlone: OperationCheck = ({ operation }, { explaining }) => {
  if (!explaining?.isRun || operation.operation === OperationTypeNode.QUERY) return;
  throw gatewayError('MUTATION_NOT_RUN');
};
