/** Which partnership it is, for what it records of movements. */
export interface PartnershipSide {
  /** Its id, as `tri-borough`. */
  id: string;
  /** GSS codes of the authorities that it covers. */
  covers: readonly string[];
  /** The class of its child records. */
  recordType: new () => { id: string };
}
