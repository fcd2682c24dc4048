/** An error of a GraphQL response, as far as the page shows it. */
export interface AnswerError {
  message: string;
  path?: readonly (string | number)[];
  locations?: readonly { line: number; column: number }[];
  extensions?: { code?: string; paths?: readonly string[] };
}

/** On which partnerships an answer rests, as `extensions.coverage` says. */
export interface Coverage {
  /** How many were asked. */
  expected: number;
  /** How many are in the answer. */
  answered: number;
  missing: readonly MissingPartnership[];
}

/** A partnership that is not in an answer. */
export interface MissingPartnership {
  id: string;
  code: string;
  /** In a sentence, which names the partnership. */
  reason: string;
}

/** A GraphQL response. */
export interface GraphqlResponse {
  data?: unknown;
  errors?: readonly AnswerError[];
  extensions?: { coverage?: Coverage };
}
