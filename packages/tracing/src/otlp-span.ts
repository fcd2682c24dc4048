import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type { SpanAttributes, TraceSpan } from './trace-span';

const KINDS = { client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** A span of OpenTelemetry's, that is made and sent. */
export class OtlpSpan implements TraceSpan {
  constructor(
    private readonly tracer: Tracer,
    private readonly span: Span,
  ) {}

  get traceparent(): string {
    const { traceId, spanId } = this.span.spanContext();
    return `00-${traceId}-${spanId}-01`;
  }

  begin(name: string, kind: 'client' | 'internal', attributes: SpanAttributes = {}): TraceSpan {
    const above = trace.setSpan(ROOT_CONTEXT, this.span);
    return new OtlpSpan(this.tracer, this.tracer.startSpan(name, { kind: KINDS[kind], attributes }, above));
  }

  end(attributes: SpanAttributes = {}, error?: string): void {
    this.span.setAttributes(attributes);
    if (error !== undefined) {
      this.span.setAttribute('error.type', error);
      this.span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.span.end();
  }
}
