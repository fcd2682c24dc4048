import {
  GraphQLError,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isHidden, readConditions } from '../access/conditions';

/**
 * Where a variable that may be null, and is, stands in a place that takes no null. That is valid where the variable or the
 * place has a default, and shows only when the values come. Selections that are left out do not count.
 */
export function nullProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const nulls = new Set(names.filter((name) => Object.hasOwn(variables, name) && variables[name] === null));
  if (nulls.size === 0) return [];

  const conditions = readConditions(document, operation, variables);
  const fragments = new Set<string>();
  const problems: GraphQLError[] = [];
  const info = new TypeInfo(schema);
  const leave = (node: SelectionNode) => (isHidden(node, conditions) ? false : undefined);
  const look = (node: ASTNode) =>
    visit(
      node,
      visitWithTypeInfo(info, {
        VariableDefinition: () => false,
        Field: leave,
        InlineFragment: leave,
        FragmentSpread(spread) {
          if (isHidden(spread, conditions)) return false;
          fragments.add(spread.name.value);
        },
        Variable(variable) {
          const type = info.getInputType();
          if (!nulls.has(variable.name.value) || !isNonNullType(type)) return;
          const argument = info.getArgument()?.name;
          problems.push(
            new GraphQLError(
              `Variable "$${variable.name.value}" is null, and "${argument}" needs "${type}" there. Leave the variable out to have the default.`,
              { nodes: variable, extensions: { code: 'BAD_USER_INPUT' } },
            ),
          );
        },
      }),
    );
  look(operation);
  // A set may grow while it is iterated, and what is added is visited too.
  for (const name of fragments) {
    look(document.definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name)!);
  }
  return problems;
}
