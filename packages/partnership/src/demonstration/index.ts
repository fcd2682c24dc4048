export { insertBeside } from './insert-beside';
export { demonstrationLedger, DEMONSTRATION_PROJECT, type DemonstrationLedgerLine } from './ledger';
export { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_NEIGHBOURS } from './authorities';
export { demonstrationMovements, type DemonstrationMovement } from './movements';
export { DEMONSTRATION_NETWORKS } from './networks';
export { DEMONSTRATION_PAYERS, type DemonstrationPayer } from './payers';
export { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays } from './period';
export { DEMONSTRATION_EDITIONS, LONDON_AGREEMENT, LONDON_PROCEDURES } from './procedures';
export { seededRandom } from './random';
