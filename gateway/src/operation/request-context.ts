import { normalizeIP } from '@fastify/rate-limit';
import { readDeclaration, type Caller, type Declaration, type DeclaredPurpose } from '@hub/access';
import { askerOf, type Asker } from '@hub/limits';
import type { TraceSpan } from '@hub/tracing';
import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { OperationAccess } from '../access/operation-access';
import type { Explaining } from '../explain/explaining';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { Deadline } from './deadline';
import { AccessTrail } from '../audit/access-trail';
import { REQUIRED_COVERAGE } from '../partial-answers/required-coverage';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the operation; null until it is looked at. */
    operation: RequestContext | null;
  }
}

/** What the route is told of an answer. */
export interface AnswerNotes {
  /** SHA-256 of the document. Set once the operation is valid. */
  queryHash?: string;
  /** Whether single children may be in it. */
  reachesChildren?: boolean;
  /** As the client sees them. */
  errors?: readonly GraphQLFormattedError[];
}

/** What the gateway knows about a request while it answers it. */
export interface RequestContext {
  /** The hub's own: sent to each subgraph as `x-request-id`, and given to the client as that, and with each failure. */
  requestId: string;
  /** Network address that the request came from; of IPv6 its network of 64 bits. */
  address: string;
  /** Who asks; null without a token, and then only what is public is answered. */
  caller: Caller | null;
  /** By what limits count whoever asks. */
  asker: Asker;
  /** Points that were taken for its document. */
  documentCost: number;
  /** Points that were taken for what it asks, its document included. */
  operationCost: number;
  /** Points that its plan costs, where there is none yet. */
  planCost: number;
  /** Until when the operation is worked on. */
  deadline: Deadline;
  /** The header `x-require-coverage`, as it was sent. */
  requiredCoverage: unknown;
  /** What the client says about its purpose. */
  declaration: Declaration;
  /** What the operation asks of the caller's rights. Set once it is valid, before anything is fetched. */
  access?: OperationAccess;
  /** What is known of the answer, for the route: Apollo Server works on a copy of all else. */
  answer: AnswerNotes;
  /** The purpose for which the operation runs; null unless it reaches single children and may. */
  declared: DeclaredPurpose | null;
  /** The break-glass alert under which it runs. */
  alert: string | null;
  /** What happened, for the record of access. */
  trail: AccessTrail;
  /** Where it is traced: what is done for it stands below. */
  span?: TraceSpan | undefined;
  /** The supergraph on which it runs, to its end; none is needed before it is known to be valid there. */
  served?: ServedSupergraph;
  /** Set where it is explained in place of being answered. */
  explaining: Explaining | null;
}

/** What is known at the door. */
export function openContext(
  {
    id: requestId,
    caller,
    ip,
    headers,
    documentCost,
  }: Pick<FastifyRequest, 'id' | 'caller' | 'ip' | 'headers' | 'documentCost'>,
  deadline: Deadline,
  explaining: Explaining | null = null,
): RequestContext {
  const declaration = readDeclaration(headers);
  const asker = askerOf(caller, ip);
  const requiredCoverage = headers[REQUIRED_COVERAGE];
  const known = { requestId, address: normalizeIP(ip), caller, asker, documentCost, deadline, declaration };
  const notYet = { operationCost: 0, planCost: 0, declared: null, alert: null };
  return { ...known, ...notYet, requiredCoverage, answer: {}, trail: new AccessTrail(), explaining };
}
