/** Whose messages are exchanged. */
export interface OwnSide {
  /** Id of the partnership, as `havering`. */
  partnership: string;
  /** GSS codes of the authorities that it covers. */
  covers: readonly string[];
}
