import type { Measured, OperationMeter } from './operation-meter';

/** What is said of an operation that asks too much: by the gateway and by each subgraph. */
export const LIMIT_ERRORS = {
  DOCUMENT_TOO_LARGE: {
    message: 'The document has more than {limit} {what}.',
    remedy: 'Ask in several requests, or name each thing once and use variables.',
    status: 400,
  },
  OPERATION_TOO_LARGE: {
    message:
      'The operation asks for more than {limit} fields, each counted wherever its fragment is used and for every type that it may be of.',
    remedy: 'Ask in several operations, or for the fields of one type alone: ... on LambethPartnership.',
    status: 400,
  },
  OPERATION_CIRCULAR: {
    message:
      'The operation asks for {field} inside {field}, more often than the {limit} times that it may stand there.',
    remedy: 'Ask for it once, and go on from what it says in another operation.',
    status: 400,
  },
  OPERATION_REPETITIVE: {
    message:
      'The operation asks for {field} beside {field}, more often than the {limit} times that it may stand there.',
    remedy: 'Ask for the schema once, by the standard introspection query.',
    status: 400,
  },
  OPERATION_TOO_DEEP: {
    message: 'The operation is {depth} levels deep; the limit is {limit}.',
    remedy: 'Ask for less at once, or in two operations.',
    status: 400,
  },
  OPERATION_TOO_DEAR: {
    message: 'The operation costs {cost} points; the limit is {limit}. Lists and heavy fields count most.',
    remedy: 'Ask for shorter pages (first), for fewer lists inside lists, or in several operations.',
    status: 400,
  },
  RATE_LIMITED: {
    message: 'More than {limit} requests in a minute. Ask again in {seconds} s.',
    remedy: 'Wait as long as retry-after says. A caller with a token may ask more often than one without.',
    status: 429,
  },
  COST_LIMITED: {
    message: '{what} costs {cost} points, and none is left of your {limit} a minute. Ask again in {seconds} s.',
    remedy: 'Wait as long as retry-after says. A caller with a token has more points than one without.',
    status: 429,
  },
} as const;

/** A code of {@link LIMIT_ERRORS}. */
export type LimitCode = keyof typeof LIMIT_ERRORS;

/** One limit that was passed, and the values of its message. */
export interface PassedLimit {
  code: LimitCode;
  values: Readonly<Record<string, string | number>>;
}

/** The first limit that an operation passes; undefined where it passes none. */
export function passedBy(measured: Measured, { limits, introspectionCost }: OperationMeter): PassedLimit | undefined {
  const { size, depth, circular, repetitive, cost, isIntrospection } = measured;
  const { maxSize, maxDepth, maxRepeats, maxIntrospections } = limits;
  // A schema is as large as it is, and whoever may read it may read the whole.
  const maxCost = isIntrospection ? Math.ceil(introspectionCost * 1.25) : limits.maxCost;
  if (size > maxSize) return { code: 'OPERATION_TOO_LARGE', values: { limit: maxSize } };
  if (depth > maxDepth) return { code: 'OPERATION_TOO_DEEP', values: { depth, limit: maxDepth } };
  if (circular !== null) return { code: 'OPERATION_CIRCULAR', values: { field: circular, limit: maxRepeats } };
  if (repetitive !== null) {
    return { code: 'OPERATION_REPETITIVE', values: { field: repetitive, limit: maxIntrospections } };
  }
  return cost > maxCost ? { code: 'OPERATION_TOO_DEAR', values: { cost, limit: maxCost } } : undefined;
}
