/** A subgraph as it is given to composition. */
export interface SubgraphDefinition {
  /** Kebab-case, such as `tri-borough`. Appears in errors that clients see. */
  name: string;
  /** Where the gateway reaches it. */
  url: string;
  /** Its federation schema, as `_service { sdl }` gives it. */
  sdl: string;
}
