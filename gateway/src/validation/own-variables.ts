import { visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** The variable that a query plan asks subgraphs for entities by. */
const RESERVED = 'representations';

/** An operation, and the values that it came with. */
interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

const renamed = new WeakMap<DocumentNode, { document: DocumentNode; name: string | null }>();

/** Gives a client's variable another name where the planner would take its name for a variable of its own. */
export function withOwnVariables<Given extends Asked>(given: Given): Given {
  let known = renamed.get(given.document);
  if (!known) {
    known = rename(given.document);
    renamed.set(given.document, known);
  }
  const { document, name } = known;
  if (name === null) return given;
  const operation = document.definitions[given.document.definitions.indexOf(given.operation)];
  const { [RESERVED]: value, ...others } = given.variables ?? {};
  const variables = value === undefined ? others : { ...others, [name]: value };
  return { ...given, document, operation, variables };
}

function rename(document: DocumentNode): { document: DocumentNode; name: string | null } {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  if (!names.has(RESERVED)) return { document, name: null };
  let value = `${RESERVED}_`;
  while (names.has(value)) value += '_';
  const own = visit(document, {
    Variable: (node) => (node.name.value === RESERVED ? { ...node, name: { ...node.name, value } } : undefined),
  });
  return { document: own, name: value };
}
