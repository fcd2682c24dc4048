import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { BREAK, GraphQLError, visit, type ASTNode, type DocumentNode } from 'graphql';

/** How deep a variable may be nested. */
const MAX_DEPTH = 64;

/**
 * Refuses what no database of the hub can keep or look up, wherever it stands in a request: text with a NUL or half of a
 * surrogate pair, and variables nested beyond reason. Before anything is executed, so that each id is refused alike.
 */
export function refuseUnstorableText(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request: { variables } }) {
          const refusal = unstorableText(document, variables);
          if (refusal) throw refusal;
        },
      };
    },
  };
}

/** Why an operation is refused that holds what cannot be kept; null where it holds nothing of the kind. */
export function unstorableText(document: DocumentNode, variables: object = {}): GraphQLError | null {
  const place = unstorablePlace(document, variables);
  if (place === null) return null;
  return new GraphQLError(
    `${place} has a character that cannot be kept, or is nested too deep. Send text without NUL (U+0000) and without half of a surrogate pair.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

/** The first place of an operation, as `id` or `$input.reason`, that holds what cannot be kept; null where none does. */
export function unstorablePlace(document: DocumentNode, variables: object): string | null {
  return placeInDocument(document) ?? placeInVariables(variables);
}

const isStorable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);

/** Apollo Server keeps what it has parsed, so the same text comes as the same document. */
const known = new WeakMap<DocumentNode, string | null>();

/** Which argument holds such a text, as `id` or `input.reason`; null where none does. */
function placeInDocument(document: DocumentNode): string | null {
  let place = known.get(document);
  if (place === undefined) {
    place = null;
    visit(document, {
      StringValue({ value }, _key, _parent, _path, ancestors) {
        if (isStorable(value)) return;
        place = namesOf(ancestors).join('.');
        return BREAK;
      },
    });
    known.set(document, place);
  }
  return place;
}

function namesOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string[] {
  return ancestors.flatMap((node) =>
    'kind' in node && (node.kind === 'Argument' || node.kind === 'ObjectField') ? [node.name.value] : [],
  );
}

/** Without recursion: a body of a megabyte may be nested a hundred thousand times. */
function placeInVariables(variables: object): string | null {
  const waiting: { value: unknown; place: string; depth: number }[] = [];
  const wait = (value: object, inside: string, depth: number) => {
    for (const [name, part] of Object.entries(value)) {
      const place = inside === '' ? `$${name}` : Array.isArray(value) ? `${inside}[${name}]` : `${inside}.${name}`;
      waiting.push({ value: part, place, depth });
    }
  };
  wait(variables, '', 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, place, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) return place;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) return place;
    wait(value, place, depth + 1);
  }
  return null;
}
