/** What a server says of a request that it does not take. */
interface HttpErrorDefinition {
  message: string;
  remedy: string;
  /** The HTTP status. */
  status: number;
}

/** Every code by which the gateway and the subgraphs alike refuse a request before they look at its question. */
export const HTTP_ERRORS = {
  REQUEST_TIMEOUT: {
    message: 'The request did not arrive whole within {seconds} s, so the connection is closed.',
    remedy: 'Send the request at once, or in smaller parts. Look for what holds it back on the way.',
    status: 408,
  },
  REQUEST_UNREADABLE: {
    message: 'The request is not HTTP that can be read here, so the connection is closed.',
    remedy: 'Send HTTP/1.1, with one length for each body.',
    status: 400,
  },
  HOST_MISSING: {
    message: 'The request has no host header.',
    remedy: 'Send the header host, as HTTP/1.1 asks.',
    status: 400,
  },
  EXPECTATION_FAILED: {
    message: 'The header expect asks for what is not done here.',
    remedy: 'Leave the header out, or send "expect: 100-continue".',
    status: 417,
  },
  HEADERS_TOO_LARGE: {
    message: 'The headers of the request are larger than {limit} bytes together.',
    remedy: 'Send a shorter token or a shorter address; a long operation goes into the body of a POST.',
    status: 431,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    message: 'The body cannot be read: {reason}. Send it as application/json in UTF-8, and not compressed.',
    remedy: 'Send "content-type: application/json", and no content-encoding.',
    status: 415,
  },
  TOO_MANY_CONNECTIONS: {
    message: 'Too many connections from this address are open. Close some, or ask again later.',
    remedy: 'Use a connection for more than one request. Behind a proxy, name the proxy in TRUST_PROXY.',
    status: 503,
  },
  SUBSCRIPTION_NOT_SERVED: {
    message:
      'There are no subscriptions here. GET /feed at the gateway sends, as it happens, that a movement has come on.',
    remedy: 'Open the feed, and ask what it sends as a query; docs/guides/partnership-developer.md shows how.',
    status: 400,
  },
} as const satisfies Record<string, HttpErrorDefinition>;

/** A code of {@link HTTP_ERRORS}. */
export type HttpErrorCode = keyof typeof HTTP_ERRORS;

/** The message of a code, with its `{placeholders}` filled in. */
export function httpErrorMessage(code: HttpErrorCode, values: Readonly<Record<string, string | number>> = {}): string {
  return HTTP_ERRORS[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
}

/** A request that is refused before GraphQL sees it. `message` names the remedy. */
export class HttpRefused extends Error {
  override readonly name = 'HttpRefused';
  /** As Fastify knows it. */
  readonly statusCode: number;

  constructor(
    readonly code: HttpErrorCode,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(httpErrorMessage(code, values));
    this.statusCode = HTTP_ERRORS[code].status;
  }
}
