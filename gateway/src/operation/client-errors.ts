import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { hideSuggestions } from '../access/hide-suggestions';
import { mergeErrors, PASSING_CODES } from './mask-errors';
import { READS_SCHEMA } from '../access/schema-access';
import type { RequestContext } from './request-context';

/** The errors of an answer as they leave: each once, and without the names that a client may not know. */
export function clientErrors(
  masked: readonly GraphQLFormattedError[],
  { requestId, caller }: RequestContext,
): GraphQLFormattedError[] {
  const merged = mergeErrors(masked, requestId);
  return caller?.scopes.has(READS_SCHEMA) ? merged : merged.map(withoutSuggestions);
}

/** Logs the failures of the hub itself: masked, they tell the client nothing. */
export function logOwnFailures(log: Logger, errors: readonly GraphQLError[], { requestId }: RequestContext): void {
  for (const err of errors.filter(isOwnFailure)) log.error({ requestId, err }, 'The hub could not complete a request.');
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
