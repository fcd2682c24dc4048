import type { SavedExample } from './saved-example';

/** An API that is explored. */
export interface ExploredApi {
  /** What the page is called, as `London SCP hub`. */
  title: string;
  /** Where the API answers, as `/graphql`. */
  path: string;
  examples: readonly SavedExample[];
  /**
   * Where a saved example is answered as a table, as `/operations`: `/operations/<name>.csv` and `.xlsx`, with its variables
   * as JSON in `?variables=`. Absent where there are no tables.
   */
  tablesPath?: string;
}
