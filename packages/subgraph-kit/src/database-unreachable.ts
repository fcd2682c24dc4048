/** Says which database does not answer, why, and what to do; without the user name and password. */
export function databaseUnreachable(databaseUrl: string, cause: unknown): Error {
  const { host, pathname } = new URL(databaseUrl);
  return new Error(
    `The database ${pathname.slice(1)} at ${host} does not let the subgraph in (${reasonOf(cause)}). ` +
      'Check that PostgreSQL runs there and that DATABASE_URL names an existing database, user and password.',
    { cause },
  );
}

// A refused connection to "localhost" is an AggregateError, one error an address, with no message of its own.
function reasonOf(cause: unknown): string {
  const { code, message, errors } = cause as { code?: string; message?: string; errors?: readonly unknown[] };
  if (message) return message;
  return errors?.length ? reasonOf(errors[0]) : (code ?? 'unknown reason');
}
