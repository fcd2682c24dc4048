import {
  coerceInputValue,
  GraphQLError,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** How many wrong values are told of. */
const REPORTED = 20;

/** Characters of what is said of one. */
const LONGEST = 300;

/** What is wrong with the values of an operation's variables, each with its place inside the variable; up to 20. */
export function variableProblems(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const problems: GraphQLError[] = [];
  for (const definition of variableDefinitions) {
    if (problems.length >= REPORTED) break;
    problems.push(...problemsOf(schema, definition, variables).slice(0, REPORTED - problems.length));
  }
  return problems;
}

function problemsOf(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  // What is no input type has been refused by validation.
  if (!isInputType(type)) return [];
  const problem = (says: string) => {
    const text = `Variable "$${name}" ${says}`;
    const message = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return new GraphQLError(message, { nodes: definition, extensions: { code: 'BAD_USER_INPUT' } });
  };
  if (!Object.hasOwn(variables, name)) {
    const isMissing = isNonNullType(type) && !definition.defaultValue;
    return isMissing ? [problem(`of required type "${type}" was not provided.`)] : [];
  }
  const value = variables[name];
  if (value === null) return isNonNullType(type) ? [problem(`of non-null type "${type}" must not be null.`)] : [];

  const problems: GraphQLError[] = [];
  coerceInputValue(value, type, (path, _, { message }) => {
    if (problems.length < REPORTED) problems.push(problem(`got an invalid value${placeOf(name, path)}; ${message}`));
  });
  return problems;
}

/** The place inside a variable, as ` at "input.days[1]"`; nothing for the variable itself. */
function placeOf(name: string, path: readonly (string | number)[]): string {
  if (path.length === 0) return '';
  const inside = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return ` at "${name}${inside}"`;
}
