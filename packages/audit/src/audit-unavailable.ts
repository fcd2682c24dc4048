/** The record could not be written or read. The answer that it was for must not leave. */
export class AuditUnavailable extends Error {
  override readonly name = 'AuditUnavailable';
  readonly code = 'AUDIT_UNAVAILABLE';

  /** PostgreSQL's own message and details may hold the entry: only its code is passed on, for a log. */
  constructor(cause: unknown) {
    const code = (cause as { code?: unknown } | null)?.code;
    super(`The record of access is not available (${typeof code === 'string' ? code : 'no connection'}).`);
  }
}
