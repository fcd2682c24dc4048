import { ROOT_CONTEXT, SpanKind, trace, TraceFlags, type Tracer } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { OtlpSpan } from './otlp-span';
import type { TraceSpan } from './trace-span';
import type { Tracing, TracingOptions } from './tracing';

/** How long a batch may take to be sent, in milliseconds. A process that ends waits for the last. */
const EXPORT_MS = 2000;

/** Spans that wait to be sent. What is beyond is dropped, where the collector is slow or away. */
const QUEUE = { maxQueueSize: 4096, maxExportBatchSize: 512, exportTimeoutMillis: EXPORT_MS };

/** What one span may hold. */
const LIMITS = { attributeCountLimit: 16, attributeValueLengthLimit: 200 };

/** Spans by OpenTelemetry's SDK. Who asks for one has decided that it is made, so that no flag of a caller's decides. */
export class OtlpTracing implements Tracing {
  readonly #provider: BasicTracerProvider;
  readonly #tracer: Tracer;

  constructor({ service, endpoint }: TracingOptions) {
    const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
    const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS });
    this.#provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'london-scp-hub' }),
      sampler: new AlwaysOnSampler(),
      spanLimits: LIMITS,
      spanProcessors: [new BatchSpanProcessor(exporter, QUEUE)],
    });
    this.#tracer = this.#provider.getTracer('london-scp-hub');
  }

  begin(name: string, traceparent: string | undefined): TraceSpan {
    const asked = traceparent === undefined ? null : parseTraceParent(traceparent);
    const above = asked && { ...asked, isRemote: true, traceFlags: TraceFlags.SAMPLED };
    const context = above ? trace.setSpanContext(ROOT_CONTEXT, above) : ROOT_CONTEXT;
    return new OtlpSpan(this.#tracer, this.#tracer.startSpan(name, { kind: SpanKind.SERVER }, context));
  }

  async close(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
  }
}
