import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  BREAK,
  GraphQLError,
  visit,
  type ASTNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type StringValueNode,
} from 'graphql';

/** How deep a variable may be nested. */
const MAX_DEPTH = 64;

/** {@link unstorableText} as a plugin: refuses such an operation before anything is executed, so that each id is refused alike. */
export function refuseUnstorableText(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request: { variables = {} } }) {
          const error = unstorableText(document, operation, variables);
          if (error) throw error;
        },
      };
    },
  };
}

/**
 * What no database of the hub can keep or look up, wherever it stands in a request: text with a NUL or half of a surrogate
 * pair, and variables nested beyond reason.
 *
 * @returns an error that names the first such place; null where there is none.
 */
export function unstorableText(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  variables: object = {},
): GraphQLError | null {
  const found = placeInDocument(document) ?? placeInVariables(variables);
  if (!found) return null;
  const { place, node } = found;
  const variable = operation?.variableDefinitions?.find(({ variable: { name } }) => name.value === found.variable);
  return new GraphQLError(
    `${place} has a character that cannot be kept, or is nested too deep. Send text without NUL (U+0000) and without half of a surrogate pair.`,
    { nodes: node ?? variable ?? null, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

/** Such a place, as `id` or `$input.reason`, with where it is written, or its variable. */
interface Place {
  place: string;
  node?: StringValueNode;
  variable?: string;
}

const isStorable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);

/** Apollo Server keeps what it has parsed, so the same text comes as the same document. */
const known = new WeakMap<DocumentNode, Place | null>();

/** Which argument holds such a text, as `id` or `input.reason`; null where none does. */
function placeInDocument(document: DocumentNode): Place | null {
  let found = known.get(document);
  if (found === undefined) {
    found = null;
    visit(document, {
      StringValue(node, _key, parent, _path, ancestors) {
        if (isStorable(node.value)) return;
        found = { place: namesOf([...ancestors, parent]).join('.'), node };
        return BREAK;
      },
    });
    known.set(document, found);
  }
  return found;
}

function namesOf(around: readonly (ASTNode | readonly ASTNode[] | undefined)[]): string[] {
  return around.flatMap((node) =>
    node && 'kind' in node && (node.kind === 'Argument' || node.kind === 'ObjectField') ? [node.name.value] : [],
  );
}

/** Without recursion: a body of a megabyte may be nested a hundred thousand times. */
function placeInVariables(variables: object): Place | null {
  const waiting: { value: unknown; place: string; depth: number; variable: string }[] = [];
  const wait = (value: object, inside: string, depth: number, variable?: string) => {
    for (const [name, part] of Object.entries(value)) {
      const place = inside === '' ? `$${name}` : Array.isArray(value) ? `${inside}[${name}]` : `${inside}.${name}`;
      waiting.push({ value: part, place, depth, variable: variable ?? name });
    }
  };
  wait(variables, '', 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, place, depth, variable } = next;
    if (typeof value === 'string' && !isStorable(value)) return { place, variable };
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) return { place, variable };
    wait(value, place, depth + 1, variable);
  }
  return null;
}
