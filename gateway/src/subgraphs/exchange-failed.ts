/** How an exchange with one process failed. */
export type FailureKind =
  /** The request was surely not begun: no connection. */
  | 'UNSENT'
  /** The connection ended before the answer did. */
  | 'LOST'
  /** The process does not answer, not even whether it lives. */
  | 'HUNG'
  /** Otherwise; the process lives. */
  | 'OTHER';

/** Why one process gave no answer. For the log, and for whether another may be asked. */
export class ExchangeFailed extends Error {
  override readonly name = 'ExchangeFailed';

  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const LOST: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const UNSENT: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);

/** Reads an error of the HTTP client. */
export function failureOf(error: unknown): ExchangeFailed {
  if (error instanceof ExchangeFailed) return error;
  const { code, syscall, message } = error as Error & { code?: string; syscall?: string };
  const isUnsent = UNSENT.has(code) || syscall === 'connect' || syscall === 'getaddrinfo';
  const kind = isUnsent ? 'UNSENT' : LOST.has(code) ? 'LOST' : 'OTHER';
  return new ExchangeFailed(kind, code || message, { cause: error });
}
