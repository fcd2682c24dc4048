import type { SavedExample } from './saved-example';

/** The API that is explored, as its server says it at `/explorer/api.json`. */
export interface ExploredApi {
  /** What it is called. */
  title: string;
  /** Where it answers, as `/graphql`. */
  path: string;
  examples: SavedExample[];
}

/**
 * Fetches what is explored.
 *
 * @throws Error where the server does not say.
 */
export async function fetchExploredApi(): Promise<ExploredApi> {
  const response = await fetch('/explorer/api.json');
  if (!response.ok) throw new Error(`The explorer has no API: its server answered ${response.status}.`);
  return (await response.json()) as ExploredApi;
}
