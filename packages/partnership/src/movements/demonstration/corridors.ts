import { MovementCategory as C } from '@hub/contract';

/** A way that families go, and how many set out on it in a quarter. */
export interface Corridor {
  originCode: string;
  destinationCode: string;
  /** Give or take one. */
  perQuarter: number;
  /** Their situations, in turn. */
  categories: readonly C[];
}

/** Families who are given accommodation further out, some of them with a plan. */
const HOUSED = [
  ...[C.HOMELESSNESS_TEMPORARY_ACCOMMODATION, C.CHILD_PROTECTION_PLAN, C.HOMELESSNESS_TEMPORARY_ACCOMMODATION],
  ...[C.CHILD_PROTECTION_PLAN, C.CHILD_IN_NEED_PLAN, C.HOMELESSNESS_TEMPORARY_ACCOMMODATION, C.CHILD_PROTECTION_PLAN],
] as const;
/** Families who move to the borough beside. */
const NEARBY = [
  ...[C.CHILD_PROTECTION_PLAN, C.CHILD_IN_NEED_PLAN, C.HOMELESSNESS_TEMPORARY_ACCOMMODATION, C.CHILD_PROTECTION_PLAN],
  ...[C.EARLY_HELP, C.MISSING, C.CHILD_IN_NEED_PLAN, C.ASSESSMENT, C.CHILD_PROTECTION_PLAN, C.CARE_LEAVER],
] as const;
const PLACED = [C.LOOKED_AFTER_PLACEMENT] as const;

/**
 * Between these so many move in a quarter: to neighbours, and from inner London to where homes cost less. What is published as
 * numbers begins at five or ten, and here there is something to see. Each begins or ends where a partnership of the directory is.
 */
export const CORRIDORS: readonly Corridor[] = [
  // Lambeth to Redbridge, to Croydon and to placements in Kent; Southwark to Lambeth.
  { originCode: 'E09000022', destinationCode: 'E09000026', perQuarter: 8, categories: HOUSED },
  { originCode: 'E09000022', destinationCode: 'E09000008', perQuarter: 7, categories: NEARBY },
  { originCode: 'E09000022', destinationCode: 'E10000016', perQuarter: 6, categories: PLACED },
  { originCode: 'E09000028', destinationCode: 'E09000022', perQuarter: 6, categories: NEARBY },
  // Westminster to Redbridge; Hammersmith and Fulham to Havering and to placements in Kent.
  { originCode: 'E09000033', destinationCode: 'E09000026', perQuarter: 7, categories: HOUSED },
  { originCode: 'E09000013', destinationCode: 'E09000016', perQuarter: 7, categories: HOUSED },
  { originCode: 'E09000013', destinationCode: 'E10000016', perQuarter: 6, categories: PLACED },
  // Newham to Redbridge, Redbridge to Havering, Havering to Essex.
  { originCode: 'E09000025', destinationCode: 'E09000026', perQuarter: 7, categories: NEARBY },
  { originCode: 'E09000026', destinationCode: 'E09000016', perQuarter: 6, categories: NEARBY },
  { originCode: 'E09000016', destinationCode: 'E10000012', perQuarter: 5, categories: HOUSED },
];
