import { PlacementDistance } from '../placement-distance';

/**
 * How far a placement is, in the words of regulation 11(5): at a distance where the host is neither the responsible
 * authority nor one that adjoins it.
 *
 * @param responsible - GSS code of the responsible authority
 * @param host - GSS code of the authority in whose area the placement is
 * @param adjoining - GSS codes of the authorities that adjoin the responsible one
 * @returns null for a placement in the responsible authority's own area
 */
export function placementDistanceOf(
  responsible: string,
  host: string,
  adjoining: ReadonlySet<string>,
): PlacementDistance | null {
  if (host === responsible) return null;
  return adjoining.has(host) ? PlacementDistance.OUT_OF_AREA : PlacementDistance.AT_A_DISTANCE;
}
