/** Every code that the gateway itself gives to a client, and what to do about it. */
export const GATEWAY_ERRORS = {
  SUBGRAPH_UNAVAILABLE: {
    message: '{Subgraph} did not answer.',
    remedy: 'The rest of the answer is good. Ask again later; extensions.paths names what is missing.',
  },
  SUBGRAPH_FAILED: {
    message: '{Subgraph} could not complete its part. Quote request {requestId}.',
    remedy: 'The rest of the answer is good. Give the request id to whoever runs the subgraph.',
  },
  INTERNAL_SERVER_ERROR: {
    message: 'The hub could not complete the request. Quote request {requestId}.',
    remedy: 'Give the request id to whoever runs the hub; its log has the cause.',
  },
  OPERATION_TOO_DEEP: {
    message: 'The operation is {depth} levels deep; the limit is {limit}.',
    remedy: 'Ask for less at once, or in two operations.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    message: 'You may not see {field}: it needs {needs}.',
    remedy:
      'The rest of the answer is good. Send a token whose role has the scope; docs/reference/access.md lists them.',
  },
  UNKNOWN_OPERATION: {
    message: 'The document does not say which operation to run: operationName is "{operation}".',
    remedy: 'Name one of its operations, or send a document that holds one only.',
  },
  REQUEST_TOO_LARGE: {
    message: 'The request body is larger than {limit} bytes.',
    remedy: 'Send a smaller operation, or raise MAX_BODY_BYTES.',
  },
  BAD_REQUEST: {
    message: 'The request is not one that can be answered: {reason}.',
    remedy: 'POST application/json with one operation, or GET with a query parameter; the message says what else.',
  },
  NOT_FOUND: {
    message: 'Nothing is served at this path.',
    remedy: 'The graph is at /graphql, the explorer at /explorer.',
  },
} as const;

/** A code of {@link GATEWAY_ERRORS}. */
export type GatewayErrorCode = keyof typeof GATEWAY_ERRORS;

/** The subgraph that belongs to the London SCP itself, and not to a partnership. */
export const HUB_SUBGRAPH = 'london-scp';

/** Fills the `{placeholders}` of a code's message. */
export function gatewayMessage(code: GatewayErrorCode, values: Readonly<Record<string, string | number>> = {}): string {
  return GATEWAY_ERRORS[code].message.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'Subgraph') return subgraphTitle(String(values['subgraph']));
    return String(values[name] ?? `{${name}}`);
  });
}

/** How a message begins that is about a subgraph. */
function subgraphTitle(name: string): string {
  return name === HUB_SUBGRAPH ? 'The London SCP subgraph' : `The partnership ${name}`;
}
