/** Records of one page: the 100 of a connection, and the one that says whether more follow. */
const LIMIT = 101;

/** A part of a list that is newest first. */
export interface Page {
  /** How many records, 1–101. */
  first: number;
  /** `seq` of the last record of the page before. @default the newest record is the first */
  after?: number | undefined;
}

/** Checks a page. */
export function checkedPage(page: Page): Page {
  const { first, after } = page;
  if (!Number.isInteger(first) || first < 1 || first > LIMIT) {
    throw new RangeError(`first is ${first}, and must be a whole number from 1 to ${LIMIT}.`);
  }
  if (after !== undefined && !Number.isSafeInteger(after)) {
    throw new RangeError(`after is ${after}, and must be the seq of a record.`);
  }
  return page;
}
