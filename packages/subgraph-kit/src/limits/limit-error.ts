import { LIMIT_ERRORS, type LimitCode } from '@hub/limits';
import { GraphQLError } from 'graphql';

/**
 * A refusal of a whole request that asks too much, with its HTTP status; where it says for how long to wait, with
 * `retry-after`.
 */
export function limitError(code: LimitCode, values: Readonly<Record<string, string | number>>): GraphQLError {
  const { message, status } = LIMIT_ERRORS[code];
  const { seconds } = values;
  const headers = new Map(seconds === undefined ? [] : [['retry-after', String(seconds)]]);
  return new GraphQLError(
    message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
    { extensions: { code, http: { status, headers } } },
  );
}

/** Whether an error is one of {@link limitError}. */
export const isLimitError = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && Object.hasOwn(LIMIT_ERRORS, String(error.extensions['code']));
