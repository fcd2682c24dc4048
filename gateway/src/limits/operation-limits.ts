import { GraphQLError, type ValidationRule } from 'graphql';
import { gatewayMessage, type GatewayErrorCode } from '../errors';
import { WrittenOut } from './written-out';

/** The limits on what one operation asks, its fragments and interfaces written out ({@link WrittenOut}). */
export interface OperationLimits {
  /** Selections in all. @default 5000 */
  maxFields?: number;
  /** Fields from the root to the deepest leaf. @default 20 */
  maxDepth?: number;
  /** How often a field may stand inside itself, itself included. @default 2 */
  maxRepeats?: number;
}

/**
 * A validation rule that refuses operations that ask too much at once. The time that a plan takes grows with what is
 * written out; and the graph has cycles (an authority's neighbours have neighbours), along which answers grow without end.
 */
export const operationLimits =
  ({ maxFields = 5_000, maxDepth = 20, maxRepeats = 2 }: OperationLimits = {}): ValidationRule =>
  (context) => ({
    OperationDefinition(node) {
      const root = context.getSchema().getRootType(node.operation);
      if (!root) return;
      const written = new WrittenOut(context, maxFields, maxRepeats);
      written.add(node.selectionSet, root);
      const { isTooLarge, depth, circular } = written;
      const refuse = (code: GatewayErrorCode, values: Record<string, string | number>) =>
        context.reportError(new GraphQLError(gatewayMessage(code, values), { nodes: node, extensions: { code } }));
      if (isTooLarge) refuse('OPERATION_TOO_LARGE', { limit: maxFields });
      if (depth > maxDepth) refuse('OPERATION_TOO_DEEP', { depth, limit: maxDepth });
      if (circular !== null) refuse('OPERATION_CIRCULAR', { field: circular, limit: maxRepeats });
    },
  });
