import type { ApolloServerPlugin } from '@apollo/server';
import { plainText, TEXT_LENGTH } from '@hub/access';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import { describeError } from './describe-error';
import { serverErrorMessage } from './errors';

const unexpected = 'INTERNAL_SERVER_ERROR';

/**
 * Lets deliberate errors through (GraphQLErrors with a code, and those of parsing and validation), and answers any other
 * with nothing but the request id, under which the error itself is logged.
 */
export function maskErrors(subgraph: string): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ errors, response, contextValue, operationName }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (!singleResult.errors) return;
          const { logger, requestId } = contextValue;
          // Apollo keeps `errors` and the formatted errors in the same order.
          singleResult.errors = singleResult.errors.map((formatted, index) => {
            const error = errors?.[index];
            if (isDeliberate(error, formatted)) return withOwnCode(formatted, error);
            const { path, locations } = formatted;
            const cause = error?.originalError ?? error;
            const operation = operationName ? plainText(operationName, TEXT_LENGTH.operation) : null;
            logger.error({ operation, path, error: describeError(cause) }, 'operation failed');
            return {
              message: serverErrorMessage(unexpected, subgraph, requestId),
              ...(locations && { locations }),
              ...(path && { path }),
              extensions: { code: unexpected },
            };
          });
        },
      };
    },
  };
}

function isDeliberate(error: GraphQLError | undefined, { extensions }: GraphQLFormattedError): boolean {
  const code = extensions?.['code'];
  if (typeof code !== 'string' || code === unexpected) return false;
  // Any thrown object may happen to have `extensions`; only a GraphQLError is written for the caller to read.
  return error?.originalError === undefined || error.originalError instanceof GraphQLError;
}

/** What a scalar says of the caller's mistake, and what the server's own rules of validation say. */
const OWN_CODES: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'SUBSCRIPTION_NOT_SERVED']);

/** Apollo Server writes its own code over that of an error which came from within. */
function withOwnCode(formatted: GraphQLFormattedError, error: GraphQLError | undefined): GraphQLFormattedError {
  const { originalError } = error ?? {};
  const code = originalError instanceof GraphQLError && originalError.extensions['code'];
  return OWN_CODES.has(code) ? { ...formatted, extensions: { ...formatted.extensions, code } } : formatted;
}
