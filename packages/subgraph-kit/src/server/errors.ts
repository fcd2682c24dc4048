import type { GraphQLFormattedError } from 'graphql';

/** Every error that the server makes itself: code, HTTP status and what the caller reads. */
export const serverErrors = {
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: 'The request body is too large. Ask for less at once, or raise MAX_BODY_BYTES.',
  },
  BAD_REQUEST: { status: 400, message: 'The request is not valid JSON over HTTP.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here. Send operations to POST /graphql.' },
  TOO_MANY_AT_ONCE: {
    status: 429,
    message: 'As many of your requests are under way and waiting as may be. Wait for answers before you ask more.',
  },
  SUBGRAPH_BUSY: { status: 503, message: 'The {subgraph} subgraph has as much to do as it takes on. Ask again later.' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'The {subgraph} subgraph failed. Quote request {requestId}.' },
} as const;

/**
 * Answered in place of data whose access could not be recorded. With HTTP 200: the subgraph is there, and the gateway passes
 * on what it says.
 */
export function auditUnavailable(subgraph: string): GraphQLFormattedError {
  return {
    message: `The access could not be recorded at the ${subgraph} subgraph, so there is no answer. Ask again later.`,
    extensions: { code: 'AUDIT_UNAVAILABLE' },
  };
}

/** A code of {@link serverErrors}. */
export type ServerErrorCode = keyof typeof serverErrors;

/** The message of an error, with the subgraph and request filled in. */
export function serverErrorMessage(code: ServerErrorCode, subgraph: string, requestId: string): string {
  return serverErrors[code].message.replace('{subgraph}', subgraph).replace('{requestId}', requestId);
}
