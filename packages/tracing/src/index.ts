export { startTracing, type Tracing } from './tracing';
export type { SpanAttributes, TraceSpan } from './trace-span';
