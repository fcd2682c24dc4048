/** One saved example, as the explorer gets it. */
export interface SavedExample {
  /** The file name without its ending, such as `01-every-partnership`. */
  name: string;
  title: string;
  about: string;
  /** One of `SUBJECTS`, by which the page groups examples. */
  subject: string;
  query: string;
  /** Pretty-printed JSON, or an empty string. */
  variables: string;
  /** The role that it takes, if it takes one. */
  role: string | null;
}
