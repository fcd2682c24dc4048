import type { ApolloServerPlugin } from '@apollo/server';
import type { Passport } from '@hub/access';
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';

/**
 * Refuses introspection, and takes suggestions out of errors, for who may not read the schema. It is published, but which
 * of its fields a subgraph serves today need not be told to who merely reaches the port.
 */
export function refuseIntrospection(): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart({ contextValue: { passport } }) {
      if (mayReadSchema(passport)) return;
      return {
        async didResolveOperation({ document }) {
          if (!introspects(document)) return;
          throw new GraphQLError('You may not introspect this subgraph. Its schema is in docs/reference/schema.', {
            extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
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

function mayReadSchema({ caller, isHub }: Passport): boolean {
  return isHub || (caller?.scopes.has('schema:read') ?? false);
}

/** Apollo Server keeps what it has parsed, so the same text comes as the same document. */
const known = new WeakMap<DocumentNode, boolean>();

function introspects(document: DocumentNode): boolean {
  let found = known.get(document);
  if (found === undefined) {
    found = false;
    visit(document, {
      Field({ name }) {
        found ||= name.value === '__schema' || name.value === '__type';
        return found ? BREAK : undefined;
      },
    });
    known.set(document, found);
  }
  return found;
}
