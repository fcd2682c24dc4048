/** What is said of a span. Never a value of a question or of an answer: names of ours, codes and counts. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** A piece of work that is traced. */
export interface TraceSpan {
  /** As W3C Trace Context writes it in the header `traceparent`, for who is asked to do a part of it. */
  readonly traceparent: string;
  /**
   * Begins a part of it.
   *
   * @param kind - `client`: another process does it.
   */
  begin(name: string, kind: 'client' | 'internal', attributes?: SpanAttributes): TraceSpan;
  /**
   * It is over.
   *
   * @param error - a code, where it failed.
   */
  end(attributes?: SpanAttributes, error?: string): void;
}
