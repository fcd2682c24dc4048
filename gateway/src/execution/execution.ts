import { withoutValues } from '@hub/access';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { AccessTrail } from '../audit/access-trail';
import { gatewayMessage } from '../errors';
import type { Deadline } from '../operation/deadline';
import { maskSubgraphError } from '../operation/mask-errors';
import type { SendOptions, SubgraphResponse } from '../subgraphs/subgraph-client';
import { subgraphUnavailableError, type SubgraphUnavailable } from '../subgraphs/subgraph-unavailable';
import type { Completion, FieldOfSubgraph, Place } from './answer-writer';
import { pathOf } from './answer-writer';
import { MOST_PLACES } from './client-places';
import type { Data, Path } from './objects-at';
import { RefusedPlaces } from './refused-places';

/** Why a subgraph gave no answer, as far as it matters here. */
export type SendFailure = Pick<SubgraphUnavailable, 'reason' | 'code'> &
  Partial<Pick<SubgraphUnavailable, 'isTooLarge' | 'isLate'>>;

/** Is called once, and never before {@link SendToSubgraph} has returned. */
export type Answered = (failure: SendFailure | null, text: string) => void;

/** What a request may take. */
export type SendLimits = Pick<SendOptions, 'isRepeatable' | 'share'>;

/** Sends the body of a GraphQL request to a subgraph. */
export type SendToSubgraph = (subgraph: string, body: string, limits: SendLimits, answered: Answered) => void;

/** What is known of a request before it is executed. */
export interface ExecutionOptions {
  /** As the client sent them, valid. */
  variables: Readonly<Record<string, unknown>>;
  requestId: string;
  send: SendToSubgraph;
  trail: Pick<AccessTrail, 'noteAsked' | 'noteAnswer'>;
  deadline: Pick<Deadline, 'left'>;
  log: Pick<Logger, 'warn' | 'error'>;
}

/** One request on its way: what has been gathered, and what went wrong. */
export class Execution {
  /** What subgraphs answered, under our response keys. */
  readonly data: Data = {};
  /** Under the client's paths, and fit for the client to see. */
  readonly errors: GraphQLFormattedError[] = [];
  /** Where nulls were written for fields that the caller may not see. */
  readonly refused = new RefusedPlaces();
  /** Nulls that an error speaks of already. */
  readonly #explained = new Map<object, Set<string | number>>();

  constructor(readonly options: ExecutionOptions) {}

  /** Milliseconds until its time is over. */
  get left(): number {
    return this.options.deadline.left;
  }

  /** Sends a request, and notes for the record of access that its subgraph was asked. */
  send(subgraph: string, body: string, limits: SendLimits, answered: Answered): void {
    const { trail } = this.options;
    trail.noteAsked(subgraph);
    this.options.send(subgraph, body, limits, (failure, text) => {
      if (failure) this.logUnanswered(subgraph, failure.reason);
      answered(failure, text);
    });
  }

  /** Logs why a subgraph's part is missing. */
  logUnanswered(subgraph: string, reason: string): void {
    const { log, requestId } = this.options;
    log.warn({ requestId, subgraph, reason }, 'A subgraph did not answer.');
  }

  noteAnswer(subgraph: string, response: Pick<SubgraphResponse, 'extensions'>): void {
    this.options.trail.noteAnswer(subgraph, response);
  }

  /** Tells that a subgraph gave nothing of what was asked of it. @param paths - what is missing, as `partnerships.bodies`. */
  unavailable(subgraph: string, paths: readonly string[], code?: SendFailure['code']): void {
    this.errors.push(subgraphUnavailableError(subgraph, paths, code).toJSON());
  }

  /** Tells an error of a subgraph, masked, with the places that it is about or else what it was asked for. */
  failed(subgraph: string, error: GraphQLFormattedError, places: readonly Path[], paths: readonly string[]): void {
    const { message, extensions = {} } = maskSubgraphError(error, subgraph, this.options.requestId);
    if (places.length === 0) {
      this.errors.push({ message, extensions: { ...extensions, ...(paths.length > 0 && { paths }) } });
    }
    for (const path of places) this.errors.push({ message, path, extensions });
  }

  /** Logs why a subgraph gave errors, without values. */
  logErrors(subgraph: string, errors: readonly GraphQLFormattedError[]): void {
    const { log, requestId } = this.options;
    const causes = errors.map(({ message, extensions }) => ({
      message: withoutValues(String(message)),
      code: extensions?.['code'],
    }));
    log.warn({ requestId, subgraph, causes }, 'A subgraph gave errors.');
  }

  /** A failure of the gateway's own. */
  broken(err: unknown): void {
    const { log, requestId } = this.options;
    log.error({ requestId, err }, 'A part of an operation could not be executed.');
    const code = 'INTERNAL_SERVER_ERROR';
    this.errors.push({ message: gatewayMessage(code, { requestId }), extensions: { code, requestId } });
  }

  /** Notes that an error speaks of a null, so that it is not told of twice. */
  explain(object: object, key: string | number): void {
    const keys = this.#explained.get(object);
    if (keys) keys.add(key);
    else this.#explained.set(object, new Set([key]));
  }

  /** Takes down what does not fit the schema while an answer is written. */
  completion(): Completion {
    const { errors, refused } = this;
    let told = 0;
    const blamed = new Set<string | undefined>();
    const tell = (place: Place, { field, subgraph }: FieldOfSubgraph) => {
      // Of each subgraph the first, however many there are.
      if (told++ >= MOST_PLACES && blamed.has(subgraph)) return;
      blamed.add(subgraph);
      const code = 'ANSWER_MISFIT';
      const extensions = { code, ...(subgraph !== undefined && { subgraph }) };
      errors.push({ message: gatewayMessage(code, { field }), path: pathOf(place), extensions });
    };
    return {
      missing: (object, own, place, what) => {
        if (!this.#explained.get(object)?.has(own)) tell(place, what);
      },
      misfit: tell,
      refused: (place) => refused.add(pathOf(place)),
    };
  }
}
