import type { RequestIdentity } from '@hub/access';
import type { TraceSpan, Tracing } from '@hub/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Begins the span of a request, until it is answered; undefined where it is not traced. The hub alone says what is traced, by
 * a header that it sends with what it traces: from others it says nothing.
 */
export function spanOf(
  tracing: Tracing,
  { method, routeOptions, headers, id }: FastifyRequest,
  { raw }: FastifyReply,
  { isHub }: RequestIdentity,
): TraceSpan | undefined {
  const { traceparent } = headers;
  if (!isHub || typeof traceparent !== 'string') return undefined;
  const span = tracing.begin(`${method} ${routeOptions.url}`, traceparent);
  raw.once('close', () => span.end({ 'http.response.status_code': raw.statusCode, 'hub.request_id': id }));
  return span;
}
