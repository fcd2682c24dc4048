import { operationToRun, type Question } from '../question/question';
import type { GraphqlResponse } from './answer';

/** What came of a question. */
export interface Asked {
  question: Question;
  response: GraphqlResponse;
  /** The response, written for people. */
  text: string;
  /** From sending it to its last byte. */
  milliseconds: number;
}

/**
 * Asks an API a question.
 *
 * @param headers - say who asks, and what for.
 * @throws Error with a sentence for who asks, where there is no GraphQL response; `AbortError` where `signal` ended it.
 */
export async function ask(
  path: string,
  headers: Record<string, string>,
  question: Question,
  signal?: AbortSignal,
): Promise<Asked> {
  const variables = variablesOf(question);
  const operationName = operationToRun(question);
  const began = performance.now();
  const response = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: question.query, variables, ...(operationName && { operationName }) }),
    signal: signal ?? null,
  });
  const body = await response.text();
  const milliseconds = performance.now() - began;
  const answered = responseOf(body);
  if (!answered) throw new Error(`The server answered with status ${response.status}, and not in GraphQL.`);
  return { question, response: answered, text: JSON.stringify(answered, null, 2), milliseconds };
}

function variablesOf({ variables }: Question): unknown {
  try {
    return variables.trim() === '' ? undefined : JSON.parse(variables);
  } catch (error) {
    throw new Error(`The variables are not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function responseOf(body: string): GraphqlResponse | null {
  try {
    const response = JSON.parse(body) as GraphqlResponse | null;
    return response?.data !== undefined || response?.errors !== undefined ? response : null;
  } catch {
    return null;
  }
}
