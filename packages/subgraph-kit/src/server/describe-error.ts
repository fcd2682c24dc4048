import { withoutValues } from '@hub/access';

/** What may be logged of an error. */
export interface ErrorDescription {
  type: string;
  message: string;
  /** SQLSTATE of a database error, or the code of a system error. */
  code?: string;
  table?: string;
  constraint?: string;
  stack?: string;
}

interface DatabaseError extends Error {
  code?: string;
  table?: string;
  constraint?: string;
}

/**
 * Describes an error for the log. A database error keeps its statement and parameters, and its message may quote the
 * value that it refused, so of those only the codes and names are taken: the values are children's data.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: 'something other than an Error was thrown' };
  }
  const driverError = (error as { driverError?: DatabaseError }).driverError;
  const { code, table, constraint } = driverError ?? (error as DatabaseError);
  const message = driverError ? 'a database statement failed' : withoutValues(error.message);
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(table && { table }),
    ...(constraint && { constraint }),
    ...(error.stack && { stack: frames(error.stack) }),
  };
}

// The stack begins with the message, which may run over several lines.
function frames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
