import { STATUS_CODES } from 'node:http';
import type { Outcome } from './plain-route';

/** One thing that is wrong with a request. */
export interface FieldProblem {
  /** Where it stands, as `team.name`; a header or a parameter by its name. */
  field: string;
  code: string;
  /** What is wrong, and what to do about it. */
  message: string;
}

/** Why something was not done, as RFC 9457 says it. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  /** What to do about it. */
  detail: string;
  /** Stable, as `OUT_OF_ORDER`. */
  code: string;
  /** What is wrong with which field; empty where it is none of a field. */
  errors: readonly FieldProblem[];
}

/** Media type of a {@link Problem}. */
export const PROBLEM_TYPE = 'application/problem+json';

/** An error as a graph says it. */
export interface GraphError {
  message: string;
  extensions?: { code?: unknown };
}

/** What a mutation says in place of doing something. */
export interface UserError {
  field: readonly string[];
  code: string;
  message: string;
}

/** Of what fails while a graph is asked, so that the whole of it is answered with 200. */
const STATUS_OF_ERROR: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PURPOSE_REQUIRED: 400,
  REASON_REQUIRED: 400,
  PURPOSE_NOT_ALLOWED: 403,
  UNAUTHORIZED_FIELD_OR_TYPE: 403,
  SUBGRAPH_SHARE_EXCEEDED: 429,
  SUBGRAPH_UNAVAILABLE: 503,
  SUBGRAPH_NOT_SERVED: 503,
  SUBGRAPH_BUSY: 503,
  DEADLINE_EXCEEDED: 503,
  AUDIT_UNAVAILABLE: 503,
};

/** Of a refusal that is not of what was sent, but of how things stand, or of who sent it. */
const STATUS_OF_REFUSAL: Readonly<Record<string, number>> = {
  MOVEMENT_UNKNOWN: 404,
  CLAIM_UNKNOWN: 404,
  NOT_YOUR_AUTHORITY: 403,
  ROLE_MAY_NOT: 403,
  ID_TAKEN: 409,
  MOVE_ALREADY_NOTIFIED: 409,
  ARRIVAL_ALREADY_RECORDED: 409,
  OUT_OF_ORDER: 409,
  REFUSED_BY_THE_HUB: 409,
};

/** A problem of so many fields. */
export function problemOf(status: number, errors: readonly FieldProblem[]): Problem {
  const [{ code, message }] = errors as [FieldProblem];
  return { ...problem(status, code, message), errors };
}

/** A problem of no field. */
export function problem(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail, code, errors: [] };
}

/**
 * A problem of what a graph could not answer.
 *
 * @param status - of the answer; 200 where the graph was asked, and failed at something.
 */
export function problemOfErrors(status: number, errors: readonly GraphError[], isKnown: boolean): Problem {
  const [{ message, extensions }] = errors as [GraphError];
  const code = String(extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  if (status !== 200) return problem(status, code, message);
  const own = STATUS_OF_ERROR[code] ?? 500;
  return problem(own === 403 && !isKnown ? 401 : own, code, message);
}

/** A problem of what a mutation refused. */
export function problemOfRefusals(errors: readonly UserError[], isKeyed: boolean): Problem {
  const statuses = new Set(errors.map(({ code }) => STATUS_OF_REFUSAL[code] ?? 422));
  const [status] = statuses.size === 1 ? [...statuses] : [422];
  return problemOf(
    status!,
    errors.map(({ field, code, message }) => ({ field: nameOf(field, isKeyed), code, message })),
  );
}

/** A problem of what came of something after all. */
export function problemOfOutcome(outcome: Exclude<Outcome, number>): Problem {
  return problemOf(STATUS_OF_REFUSAL[outcome.code] ?? 422, [outcome]);
}

/** The name by which whoever asks knows a field of `$input`. */
function nameOf([first, ...rest]: readonly string[], isKeyed: boolean): string {
  const name = first === 'input' ? rest : [first, ...rest];
  return isKeyed && name.join('.') === 'id' ? KEY : name.join('.');
}

/** The header by which whoever asks names what is recorded: the same again changes nothing. */
export const KEY = 'Idempotency-Key';
