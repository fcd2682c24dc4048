/** The months of the financial year 2025-26, as `YYYY-MM`. */
export const MONTHS: readonly string[] = [
  ...['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`),
  ...['01', '02', '03'].map((month) => `2026-${month}`),
];

/** The first month of each of its quarters, as `YYYY-MM`. */
export const QUARTERS: readonly string[] = MONTHS.filter((_, index) => index % 3 === 0);
