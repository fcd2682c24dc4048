/** One saved example, as the gateway serves it from `/explorer/examples.json`. */
export interface SavedExample {
  /** The file name without its ending, such as `01-every-partnership`. */
  name: string;
  title: string;
  about: string;
  query: string;
  /** Pretty-printed JSON, or an empty string. */
  variables: string;
  /** The role that it takes, if it takes one. */
  role: string | null;
}

/** Fetches the saved examples; an explorer without them is still an explorer. */
export async function fetchSavedExamples(): Promise<SavedExample[]> {
  try {
    const response = await fetch('/explorer/examples.json');
    return response.ok ? ((await response.json()) as SavedExample[]) : [];
  } catch {
    return [];
  }
}
