import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** A document of one operation, with the fragments and variables that it still uses. */
export function prunedDocument(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = { fragments: new Set<string>(), variables: new Set<string>() };
  const collect = (node: ASTNode) =>
    void visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.variables.add(name.value),
      FragmentSpread: ({ name }) => void used.fragments.add(name.value),
    });
  collect(operation);
  // A set may grow while it is iterated, and what is added is visited too.
  for (const name of used.fragments) collect(fragments.get(name)!);

  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    used.variables.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, ...(variableDefinitions ? { variableDefinitions } : {}) },
      ...[...used.fragments].map((name) => fragments.get(name)!),
    ],
  };
}
