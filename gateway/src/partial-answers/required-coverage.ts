import { OperationTypeNode } from 'graphql';
import { gatewayError } from '../errors';
import type { OperationCheck } from '../operation/operation-checks';

/** The header by which a client asks for all or nothing. */
export const REQUIRED_COVERAGE = 'x-require-coverage';

/** The one value that it may have. */
export const FULL = 'full';

/** Refuses what cannot be required. A mutation is done or not, whoever answers after it, so nothing of it is kept back. */
export const coverageIsKnown: OperationCheck = ({ operation }, { requiredCoverage }) => {
  if (requiredCoverage === undefined) return;
  if (requiredCoverage !== FULL) throw gatewayError('COVERAGE_UNKNOWN');
  if (operation.operation === OperationTypeNode.MUTATION) throw gatewayError('COVERAGE_OF_MUTATION');
};
