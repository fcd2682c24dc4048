/** How an exchange with one process failed. */
export type FailureKind =
  /** The request was surely not begun: no connection. */
  | 'UNSENT'
  /** The connection ended before the answer began: it may have been closed before the request came. */
  | 'DROPPED'
  /** The connection ended in the middle of the answer. */
  | 'LOST'
  /** The process does not answer, not even whether it lives. */
  | 'HUNG'
  /** The answer is larger than what is taken. */
  | 'TOO_LARGE'
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

/** What the log says of an answer that is larger than what is taken. */
export const TOO_LARGE = 'the answer is too large';

const ENDED: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const UNSENT: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Reads an error of the HTTP client.
 *
 * @param isAnswering - whether the answer had begun.
 */
export function failureOf(error: unknown, isAnswering: boolean): ExchangeFailed {
  const { code, message } = error as Error & { code?: string };
  const kind = kindOf(error as NodeJS.ErrnoException, isAnswering);
  return new ExchangeFailed(kind, kind === 'TOO_LARGE' ? TOO_LARGE : code || message, { cause: error });
}

function kindOf({ code, syscall }: NodeJS.ErrnoException, isAnswering: boolean): FailureKind {
  if (UNSENT.has(code) || syscall === 'connect' || syscall === 'getaddrinfo') return 'UNSENT';
  if (ENDED.has(code)) return isAnswering ? 'LOST' : 'DROPPED';
  return code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' ? 'TOO_LARGE' : 'OTHER';
}
