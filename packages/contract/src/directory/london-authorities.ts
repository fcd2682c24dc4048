/** The GSS codes of London's 33 authorities run without a gap. */
export const LONDON_AUTHORITIES: readonly string[] = Array.from(
  { length: 33 },
  (_, index) => `E09${String(index + 1).padStart(6, '0')}`,
);
