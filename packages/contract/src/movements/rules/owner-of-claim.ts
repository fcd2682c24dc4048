import type { ResponsibilityPeriod } from './movement';

/**
 * Who is to speak next of a claim that is open, by GSS code: the authority that is responsible, and once that has answered that
 * the claimant is not right, the claimant. So each claim is somebody's at each instant.
 *
 * @param answeredAt - when whoever was responsible last answered; null while nobody has
 * @param responsible - who is responsible now, and since when
 */
export function ownerOfClaim(
  { claimant, answeredAt }: { claimant: string; answeredAt: string | null },
  responsible: Pick<ResponsibilityPeriod, 'authority' | 'from'>,
): string {
  // Whoever has become responsible since has not answered.
  const isAnswered = answeredAt !== null && Date.parse(answeredAt) >= Date.parse(responsible.from);
  return isAnswered ? claimant : responsible.authority;
}
