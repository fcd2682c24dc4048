import type { TraceSpan, Tracing } from '@hub/tracing';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { whenOver } from '../http/when-over';
import { knownCode } from '../operation/known-code';
import type { SavedOperations } from '../saved/saved-operations';

/** Which operations are traced, each as one span with what is done for it below. */
export class OperationTraces {
  /** @param share - of all operations, from 0 to 1. */
  constructor(
    private readonly tracing: Tracing,
    private readonly share: number,
    private readonly saved: SavedOperations,
  ) {}

  /** Ends the span of each operation with its answer. Before any route is added. */
  addTo(app: FastifyInstance): void {
    whenOver(app, ({ operation }, { statusCode }, isGivenUp) => {
      if (!operation?.span) return;
      const { requestId, answer, span } = operation;
      const name = answer.queryHash === undefined ? undefined : this.saved.find(answer.queryHash)?.name;
      const [error] = answer.errors ?? [];
      span.end(
        {
          ...{ 'hub.request_id': requestId, ...(!isGivenUp && { 'http.response.status_code': statusCode }) },
          ...(name !== undefined && { 'graphql.operation.name': name }),
        },
        isGivenUp ? 'given_up' : error && knownCode(error.extensions?.['code']),
      );
    });
  }

  /** Begins the span of an operation; undefined where it is not traced. By chance alone: no header of a caller's decides. */
  begin({ method, routeOptions, headers }: FastifyRequest): TraceSpan | undefined {
    if (Math.random() >= this.share) return undefined;
    const { traceparent } = headers;
    return this.tracing.begin(
      `${method} ${routeOptions.url}`,
      typeof traceparent === 'string' ? traceparent : undefined,
    );
  }
}
