import { GraphQLError, type ValidationRule } from 'graphql';
import { gatewayMessage } from '../errors';
import { rootFields } from './root-fields';

/**
 * A validation rule: an operation asks for the schema or for data, and not for both. They are answered by different means:
 * the schema from what the caller may know of it, data from the subgraphs.
 */
export const introspectionAlone: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const names = rootFields(node.selectionSet, (name) => context.getFragment(name));
    names.delete('__typename');
    const isIntrospection = names.delete('__schema') || names.has('__type');
    names.delete('__type');
    if (!isIntrospection || names.size === 0) return;
    const reason = 'the operation asks for the schema (__schema, __type) and for data; send two operations';
    const message = gatewayMessage('BAD_REQUEST', { reason });
    context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_REQUEST' } }));
  },
});
