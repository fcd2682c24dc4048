import type { ExploredApi } from '../../src/explored-api';

/**
 * Fetches what is explored, as its server says it.
 *
 * @throws Error where the server does not say.
 */
export async function fetchExploredApi(): Promise<ExploredApi> {
  const response = await fetch('/explorer/api.json');
  if (!response.ok) throw new Error(`The explorer has no API: its server answered ${response.status}.`);
  return (await response.json()) as ExploredApi;
}
