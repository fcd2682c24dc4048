/** Financial years that demonstration data covers; the last one is under way. */
export const DEMONSTRATION_YEARS = ['2024-25', '2025-26', '2026-27'] as const;

/** The last day that demonstration data speaks of. */
export const DEMONSTRATION_UNTIL = '2026-10-31';

/** Adds days to an ISO date. */
export function plusDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
