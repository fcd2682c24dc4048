/** What the gateway knows about a request while it answers it. */
export interface RequestContext {
  /** Sent to each subgraph as `x-request-id`, and given to the client with each failure. */
  requestId: string;
}
