import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { httpErrorMessage, type HttpErrorCode } from '../http-errors';

/** Refuses operations of a kind that the schema does not have: execution would fail of them, as if it were its own fault. */
export function knownOperations(context: ValidationContext): ASTVisitor {
  const schema = context.getSchema();
  return {
    OperationDefinition(node) {
      if (schema.getRootType(node.operation)) return;
      if (node.operation === OperationTypeNode.SUBSCRIPTION) {
        const code = 'SUBSCRIPTION_NOT_SERVED' satisfies HttpErrorCode;
        context.reportError(new GraphQLError(httpErrorMessage(code), { nodes: node, extensions: { code } }));
      } else {
        context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: node }));
      }
    },
  };
}
