import { Kind, parse } from 'graphql';

/** What is asked, as it stands in the editors. */
export interface Question {
  query: string;
  /** JSON, or an empty text. */
  variables: string;
  /** Which operation of the document runs; null where it does not say. */
  operationName: string | null;
}

/** What a document asks for, as far as it can be read. */
export interface Operations {
  /** The names of its operations; empty where it does not parse. */
  names: string[];
  hasVariables: boolean;
}

/** Reads which operations a document has. */
export function operationsOf(query: string): Operations {
  try {
    const operations = parse(query, { noLocation: true }).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    return {
      names: operations.flatMap(({ name }) => name?.value ?? []),
      hasVariables: operations.some(({ variableDefinitions }) => variableDefinitions?.length),
    };
  } catch {
    // What is being written does not parse yet.
    return { names: [], hasVariables: /\$\w+\s*:/.test(query) };
  }
}

/** Which operation of a question runs: the one that is named if the document has it, or else its first; null where it has one alone. */
export function operationToRun({ query, operationName }: Question): string | null {
  const { names } = operationsOf(query);
  if (names.length < 2) return null;
  return names.find((name) => name === operationName) ?? names[0]!;
}
