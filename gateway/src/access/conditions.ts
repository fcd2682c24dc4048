import { Kind, visit, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';

/** What `@skip` and `@include` of an operation come to: true, false, or not known until its variables are read. */
export type Conditions = ReadonlyMap<string, boolean | undefined>;

const variablesOf = new WeakMap<DocumentNode, readonly string[]>();

/** The values of the variables by which a document shows or hides fields. */
export function readConditions(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): Conditions {
  let names = variablesOf.get(document);
  if (!names) {
    names = conditionVariables(document);
    variablesOf.set(document, names);
  }
  return new Map(
    names.map((name) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : defaultOf(operation, name);
      return [name, typeof value === 'boolean' ? value : undefined];
    }),
  );
}

/** Whether a selection is surely left out. One whose variable is not a boolean is not: such values are refused by themselves. */
export function isHidden({ directives = [] }: SelectionNode, conditions: Conditions): boolean {
  return directives.some((directive) => {
    const name = directive.name.value;
    const value = directive.arguments?.[0]?.value;
    if ((name !== 'skip' && name !== 'include') || !value) return false;
    const hiding = name === 'skip';
    if (value.kind === Kind.BOOLEAN) return value.value === hiding;
    return value.kind === Kind.VARIABLE && conditions.get(value.name.value) === hiding;
  });
}

function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: [condition] = [] }) {
      if ((name.value === 'skip' || name.value === 'include') && condition?.value.kind === Kind.VARIABLE) {
        names.add(condition.value.name.value);
      }
    },
  });
  return [...names].sort();
}

function defaultOf({ variableDefinitions = [] }: OperationDefinitionNode, name: string): unknown {
  const value = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
