import type { GraphQLFormattedError } from 'graphql';
import { parseJson } from './json-text';
import { isObject } from './objects-at';

/** A subgraph's answer, as far as it is surely what it should be. */
export interface SubgraphAnswer {
  data: Readonly<Record<string, unknown>> | null;
  errors: readonly GraphQLFormattedError[];
  extensions: Record<string, unknown>;
}

/** What the log says of another answer. */
export const NO_RESPONSE = 'the answer is not a GraphQL response';

/** How many errors of one answer are told. */
const MOST_ERRORS = 100;

/** Reads an answer; undefined if it is no GraphQL response, or says neither what there is nor what is wrong. */
export function readAnswer(text: string): SubgraphAnswer | undefined {
  const answer = parseJson(text);
  if (!isObject(answer)) return undefined;
  const { data, errors, extensions } = answer;
  if (errors !== undefined && !Array.isArray(errors)) return undefined;
  const told = (errors ?? []).slice(0, MOST_ERRORS).map(readError);
  if (!isObject(data) && (told.length === 0 || (data !== undefined && data !== null))) return undefined;
  return { data: isObject(data) ? data : null, errors: told, extensions: isObject(extensions) ? extensions : {} };
}

function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const isPath = Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
  return {
    message: typeof message === 'string' ? message : '',
    ...(isPath && { path: path as (string | number)[] }),
    ...(isObject(extensions) && { extensions: extensions as Record<string, unknown> }),
  };
}
