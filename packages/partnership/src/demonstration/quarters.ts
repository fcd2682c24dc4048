/** Quarters of the calendar that demonstration data covers in full, and the one under way. */
export const DEMONSTRATION_QUARTERS = [
  ...['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
  ...['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
];
