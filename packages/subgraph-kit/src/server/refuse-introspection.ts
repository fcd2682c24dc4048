import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestIdentity } from '@hub/access';
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';

/**
 * Refuses introspection and `_service { sdl }`, and takes suggestions out of errors, for who may not read the schema. It is
 * published, but which of its fields a subgraph serves today need not be told to who merely reaches the port.
 *
 * @param knowsHub - whether the hub can be told from others; where not, the SDL is told to all, as it needs it
 */
export function refuseIntrospection(knowsHub: boolean): ApolloServerPlugin<SubgraphContext> {
  const refused = new Set(['__schema', '__type', ...(knowsHub ? ['_service'] : [])]);
  const isRefused = selecting(refused);
  return {
    async requestDidStart({ contextValue: { requestIdentity } }) {
      if (mayReadSchema(requestIdentity)) return;
      return {
        async didResolveOperation({ document }) {
          if (!isRefused(document)) return;
          throw new GraphQLError(
            'You may not read the schema of this subgraph: that needs the signature of the hub (GATEWAY_KEYS at the gateway, HUB_JWKS here) or the scope schema:read. It is also in docs/reference/schema.',
            { extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', http: { status: 403 } } },
          );
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

function mayReadSchema({ caller, isHub }: RequestIdentity): boolean {
  return isHub || (caller?.scopes.has('schema:read') ?? false);
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
