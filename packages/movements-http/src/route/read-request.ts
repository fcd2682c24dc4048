import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { KEY, type FieldProblem } from './problem';
import type { ServedRoute } from './served-route';

/** What a request asks an operation for, or what is wrong with it. */
export type ReadRequest = { variables: Record<string, unknown> } | { errors: readonly FieldProblem[] };

type Given = Pick<FastifyRequest, 'params' | 'query' | 'body' | 'headers'>;

/** Reads a request by the shapes of its route. All that is wrong with it is said at once. */
export function readRequest(route: ServedRoute, given: Given): ReadRequest {
  const { params, query, body, isKeyed, filters } = route;
  const key = given.headers['idempotency-key'];
  const isMissing = isKeyed && (typeof key !== 'string' || key === '');
  const read = [
    params.safeParse(given.params, REPORTED),
    query.safeParse(given.query, REPORTED),
    body?.safeParse(given.body ?? {}, REPORTED),
  ];
  const errors = [
    ...(isMissing ? [{ field: KEY, code: 'REQUIRED', message: `Send the header ${KEY}: a new random UUID.` }] : []),
    ...read.flatMap((result) => result?.error?.issues.flatMap(problemsOf) ?? []),
  ];
  if (errors.length > 0) return { errors: errors.slice(0, MOST_PROBLEMS) };
  const [inPath, inQuery, inBody] = read.map((result) => result?.data as Record<string, unknown> | undefined);
  if (inBody) return { variables: { input: { ...inBody, ...inPath, ...(isKeyed && { id: key }) } } };
  if (filters.length === 0) return { variables: { ...inPath, ...inQuery } };
  const [filter, others] = [true, false].map((isFilter) =>
    Object.fromEntries(Object.entries(inQuery!).filter(([name]) => filters.includes(name) === isFilter)),
  );
  return { variables: { ...inPath, ...others, filter } };
}

/** What was given is looked at, to tell what is missing from what is wrong; it is not repeated. */
const REPORTED = { reportInput: true };

/** How much wrong with one request is said at once. */
const MOST_PROBLEMS = 20;

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_PROBLEMS).map((key) => ({
      field: [...at, key.slice(0, LONGEST_NAME)].join('.'),
      ...{ code: 'UNKNOWN_FIELD', message: 'There is no such field here. Leave it out, or look for its name.' },
    }));
  }
  const field = at.join('.') || 'body';
  return [
    issue.input === undefined
      ? { field, code: 'REQUIRED', message: `${field} must be given.` }
      : { field, code: 'NOT_VALID', message: `${field}: ${issue.message}` },
  ];
}

/** Characters of a name that is no field's, as far as it is repeated. */
const LONGEST_NAME = 100;
