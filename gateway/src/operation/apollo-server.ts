import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { knownOperations, parsedDocuments, refuseUnstorableText } from '@hub/http';
import { MAX_VALIDATION_ERRORS, TEXT_LIMITS } from '@hub/limits';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { EnforcedGateway } from '../access/enforced-gateway';
import { hideSuggestions } from '../access/hide-suggestions';
import { introspectionAlone } from '../access/introspection-alone';
import { READS_SCHEMA } from '../access/schema-access';
import { gatewayMessage, type GatewayErrorCode } from '../errors';
import { refuseBadInput } from '../validation/refuse-bad-input';
import { maskError, mergeErrors, PASSING_CODES } from './mask-errors';
import type { RequestContext } from './request-context';

/** Apollo Server in front of the gateway: limits before planning, masking after. */
export function createApolloServer(
  gateway: EnforcedGateway,
  log: Logger,
  plugins: ApolloServerPlugin<RequestContext>[],
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    logger: log,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: { requestHeaders: ASKS_FIRST },
    // Nothing asks for them yet, and their cache is memory that any client can fill.
    persistedQueries: false,
    documentStore: parsedDocuments(),
    parseOptions: { maxTokens: TEXT_LIMITS.maxTokens },
    validationRules: [knownOperations, introspectionAlone],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    // main.ts stops the whole gateway on a signal, in its own order.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => maskError(withOwnCode(formatted, error)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      cleanResponses(log),
      refuseUnstorableText(),
      ...plugins,
      // Last, so that who asks pays for what is looked at.
      refuseBadInput(log),
    ],
  });
}

/**
 * A browser asks the hub before it lets a page of another origin send one of these; so with any of them a GET is no page's
 * that may not ask. A token is one: a browser adds none by itself, and another `authorization` has been refused.
 */
const ASKS_FIRST = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** Codes of the gateway's own validation rules. */
const OWN_RULES: ReadonlySet<unknown> = new Set<GatewayErrorCode>(['BAD_REQUEST', 'SUBSCRIPTION_NOT_SERVED']);

/** Apollo Server writes its own code over the one of a validation rule. */
function withOwnCode(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code =
    error instanceof GraphQLError &&
    error.originalError instanceof GraphQLError &&
    error.originalError.extensions['code'];
  if (!OWN_RULES.has(code)) return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, code } };
}

/** What `formatError` cannot do, because it sees one error at a time and no request. */
function cleanResponses(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, request: { operationName } }) {
          if (operation) return;
          // The gateway's executor would answer this mistake of the client's as a failure of its own.
          const code = 'UNKNOWN_OPERATION' satisfies GatewayErrorCode;
          throw new GraphQLError(gatewayMessage(code, { operation: operationName ?? '' }), {
            extensions: { code, http: { status: 400 } },
          });
        },
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const err of errors.filter(isOwnFailure)) {
            log.error({ requestId, err }, 'The hub could not complete a request.');
          }
        },
        async willSendResponse({ response: { body }, contextValue: { requestId, caller } }) {
          if (body.kind !== 'single') return;
          const { errors, extensions } = body.singleResult;
          if (errors) {
            const merged = mergeErrors(errors, requestId);
            body.singleResult.errors = caller?.scopes.has(READS_SCHEMA) ? merged : merged.map(withoutSuggestions);
          }
          if (extensions) {
            // The executor's notes on nulls that a subgraph's schema does not allow.
            log.warn({ requestId, extensions }, 'An answer did not fit the schema.');
            delete body.singleResult.extensions;
          }
        },
      };
    },
  };
}

/** What a schema may not be read by, it may not be guessed by either. */
const withoutSuggestions = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: hideSuggestions(error.message),
});

/** A failure that is neither the client's nor a subgraph's is the hub's, whatever code it carries; masked, so logged. */
const isOwnFailure = ({ extensions }: GraphQLError) => {
  const { code, subgraph } = extensions ?? {};
  return subgraph === undefined && !PASSING_CODES.has(code);
};
