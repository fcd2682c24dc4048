/** Financial years that demonstration data covers; the last one is under way. */
export const DEMONSTRATION_YEARS = ['2024-25', '2025-26', '2026-27'] as const;

/** The last day that demonstration data speaks of. */
export const DEMONSTRATION_UNTIL = '2026-10-31';
