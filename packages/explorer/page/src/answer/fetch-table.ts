/** How a table is written. */
export type TableFormat = 'csv' | 'xlsx';

/**
 * Fetches the answer to a saved question as a table. By `fetch`, as a link would not say who asks.
 *
 * @param name - of the saved example.
 * @param variables - its variables as JSON, or an empty text.
 * @param headers - say who asks, and what for.
 * @throws Error with the server's own words, if it gives no table.
 */
export async function fetchTable(
  tablesPath: string,
  name: string,
  format: TableFormat,
  variables: string,
  headers: Record<string, string>,
): Promise<Blob> {
  const query = variables.trim() === '' ? '' : `?${new URLSearchParams({ variables })}`;
  const response = await fetch(`${tablesPath}/${encodeURIComponent(name)}.${format}${query}`, { headers });
  if (response.ok) return response.blob();
  const body = (await response.json().catch(() => ({}))) as { errors?: { message: string }[] };
  throw new Error(body.errors?.[0]?.message ?? `The server gave no table: it answered with status ${response.status}.`);
}
