/**
 * Authorities that the partnerships of the directory cover, in its order. Every movement starts or ends in one of them, so
 * that each joins to somebody's records; no subgraph reads another's directory, so the list stands here for all.
 */
export const DEMONSTRATION_AUTHORITIES: readonly string[] = [
  'E09000016',
  'E09000026',
  'E09000022',
  'E09000013',
  'E09000020',
  'E09000033',
];

/** Authorities outside London, by GSS code. */
export const DEMONSTRATION_OUTSIDE: ReadonlyMap<string, string> = new Map([
  ['E10000012', 'Essex'],
  ['E10000016', 'Kent'],
  ['E10000030', 'Surrey'],
]);
