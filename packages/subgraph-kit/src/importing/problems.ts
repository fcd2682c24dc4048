/** Why a row, or a file, cannot be imported. */
export interface RowProblem {
  /** As the spreadsheet counts: the header is row 1. */
  row: number;
  /** Its header; null where it is of the row as a whole. */
  column: string | null;
  /** A stable code: of this file, or one of those that the record's mutation documents. */
  code: string;
  /** What is wrong, and what to do about it. */
  message: string;
}

/** Every code by which a file is refused before any row of it is looked at. */
export const FILE_CODES = {
  RECORD_UNKNOWN: 404,
  IMPORT_UNKNOWN: 404,
  IMPORT_RUNS: 409,
  ALREADY_UNDONE: 409,
  FILE_TOO_LARGE: 413,
  FILE_EMPTY: 400,
  FILE_UNREADABLE: 400,
  ENCODING_UNKNOWN: 400,
  FILE_NAME_INVALID: 400,
  MAPPING_INVALID: 400,
} as const;

/** A file, or an import, that is refused as a whole. Its message names the remedy. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: keyof typeof FILE_CODES,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return FILE_CODES[this.code];
  }
}
