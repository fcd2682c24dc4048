import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import type { Endpoint } from './endpoint';

/**
 * Refuses introspection and `_service { sdl }`, and takes suggestions out of errors, for who may not read the schema. It is
 * published, but which of its fields a subgraph serves today need not be told to who merely reaches the port.
 */
export function refuseIntrospection({
  tellsSchema,
  mayReadSchema,
  toReadSchema,
}: Pick<Endpoint, 'tellsSchema' | 'mayReadSchema' | 'toReadSchema'>): ApolloServerPlugin<SubgraphContext> {
  const isRefused = selecting(new Set(tellsSchema));
  return {
    async requestDidStart({ contextValue: { requestIdentity } }) {
      if (mayReadSchema(requestIdentity)) return;
      return {
        async didResolveOperation({ document }) {
          if (!isRefused(document)) return;
          throw new GraphQLError(`You may not read the schema of this subgraph: that needs ${toReadSchema}.`, {
            extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', http: { status: 403 } },
          });
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || !body.singleResult.errors) return;
          // Those of validation and of variables, which have no path.
          body.singleResult.errors = body.singleResult.errors.map((error) =>
            error.path ? error : { ...error, message: error.message.replace(/ ?Did you mean .*\?$/s, '') },
          );
        },
      };
    },
  };
}

/** Whether a document selects a field of one of these names. */
function selecting(names: ReadonlySet<string>): (document: DocumentNode) => boolean {
  // Apollo Server keeps what it has parsed, so the same text comes as the same document.
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    let found = known.get(document);
    if (found === undefined) {
      found = false;
      visit(document, {
        Field({ name }) {
          found ||= names.has(name.value);
          return found ? BREAK : undefined;
        },
      });
      known.set(document, found);
    }
    return found;
  };
}
