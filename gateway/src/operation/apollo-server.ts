import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { knownOperations } from '@hub/http';
import { MAX_VALIDATION_ERRORS, TEXT_LIMITS } from '@hub/limits';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { introspectionAlone } from '../access/introspection-alone';
import { gatewayMessage, type GatewayErrorCode } from '../errors';
import { ASKS_FIRST } from '../http/operation-request';
import { clientErrors, logOwnFailures } from './client-errors';
import { holdSupergraph } from './hold-supergraph';
import { maskError } from './mask-errors';
import type { OperationRunner } from './operation-runner';
import type { RequestContext } from './request-context';
import { ServedGateway } from './served-gateway';

/** Apollo Server for whatever is not answered directly: what is asked for the first time, what is wrong, and the schema. */
export function createApolloServer(
  runner: OperationRunner,
  log: Logger,
  plugins: ApolloServerPlugin<RequestContext>[],
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: new ServedGateway(runner),
    logger: log,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: { requestHeaders: ASKS_FIRST },
    // Saved operations are put in the place of their ids before. Others, that clients register, are memory that any can fill.
    persistedQueries: false,
    // Documents are kept with the supergraph on which they are valid.
    documentStore: null,
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
      holdSupergraph(runner.inUse),
      cleanResponses(log),
      ...plugins,
    ],
  });
}

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
        async didEncounterErrors({ errors, contextValue }) {
          logOwnFailures(log, errors, contextValue);
        },
        async willSendResponse({ response: { body }, contextValue }) {
          if (body.kind !== 'single' || !body.singleResult.errors) return;
          body.singleResult.errors = clientErrors(body.singleResult.errors, contextValue);
          contextValue.answer.errors = body.singleResult.errors;
        },
      };
    },
  };
}
