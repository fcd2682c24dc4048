import type * as Otlp from './otlp-tracing';
import type { TraceSpan } from './trace-span';

/** Where the spans of a process go. */
export interface TracingOptions {
  /** The process's own name: `gateway`, or that of the subgraph. */
  service: string;
  /** Address of an OpenTelemetry collector that takes OTLP over HTTP, without `/v1/traces`. */
  endpoint: string;
}

/** The spans of one process. */
export interface Tracing {
  /**
   * Begins the work on a request.
   *
   * @param traceparent - of whoever asks: the trace goes on, if it is one. Nothing else in it counts.
   */
  begin(name: string, traceparent: string | undefined): TraceSpan;
  /** Sends what is not sent, as far as that is quick. */
  close(): Promise<void>;
}

/** Makes the spans of a process, and sends them to a collector. What makes them is not loaded before. */
export function startTracing(options: TracingOptions): Tracing {
  const { OtlpTracing } = require('./otlp-tracing') as typeof Otlp;
  return new OtlpTracing(options);
}
