import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import { gatewayMessage } from './errors';

/**
 * A validation rule that refuses operations more than `limit` fields deep. Planning time grows
 * with depth, and the graph has cycles (a partnership's bodies have a partnership). Introspection
 * is not counted: it is deep by nature and never leaves the gateway.
 */
export const depthLimit =
  (limit: number): ValidationRule =>
  (context) => {
    const known = new Map<string, number>();

    const depthOf = (set: SelectionSetNode): number =>
      Math.max(
        0,
        ...set.selections.map((node) => {
          if (node.kind === Kind.FIELD) {
            if (node.name.value.startsWith('__')) return 0;
            return 1 + (node.selectionSet ? depthOf(node.selectionSet) : 0);
          }
          if (node.kind === Kind.INLINE_FRAGMENT) return depthOf(node.selectionSet);
          const fragment = context.getFragment(node.name.value);
          return fragment ? depthOfFragment(fragment) : 0;
        }),
      );

    const depthOfFragment = (fragment: FragmentDefinitionNode): number => {
      const name = fragment.name.value;
      // Set before it is known, so that a cycle ends; another rule reports the cycle.
      if (!known.has(name)) {
        known.set(name, 0);
        known.set(name, depthOf(fragment.selectionSet));
      }
      return known.get(name)!;
    };

    return {
      OperationDefinition(node) {
        const depth = depthOf(node.selectionSet);
        if (depth <= limit) return;
        const message = gatewayMessage('OPERATION_TOO_DEEP', { depth, limit });
        context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'OPERATION_TOO_DEEP' } }));
      },
    };
  };
