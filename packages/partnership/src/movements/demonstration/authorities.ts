/**
 * Authorities that the partnerships of the directory cover, in its order, each with those of London that adjoin it. Every
 * movement starts or ends in one of them, so that each joins to somebody's records; no subgraph reads another's
 * directory, so the list stands here for all.
 */
export const DEMONSTRATION_NEIGHBOURS: ReadonlyMap<string, readonly string[]> = new Map([
  ['E09000016', ['E09000002', 'E09000026']],
  ['E09000026', ['E09000002', 'E09000016', 'E09000025', 'E09000031']],
  ['E09000022', ['E09000006', 'E09000008', 'E09000024', 'E09000028', 'E09000032']],
  ['E09000013', ['E09000005', 'E09000009', 'E09000018', 'E09000020']],
  ['E09000020', ['E09000005', 'E09000013', 'E09000033']],
  ['E09000033', ['E09000001', 'E09000005', 'E09000007', 'E09000020']],
]);

/** Their GSS codes. */
export const DEMONSTRATION_AUTHORITIES: readonly string[] = [...DEMONSTRATION_NEIGHBOURS.keys()];

/** Authorities outside London, by GSS code. */
export const DEMONSTRATION_OUTSIDE: ReadonlyMap<string, string> = new Map([
  ['E10000012', 'Essex'],
  ['E10000016', 'Kent'],
  ['E10000030', 'Surrey'],
]);
