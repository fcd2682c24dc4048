import type { ChainPeriod, ResponsibilityChain, ResponsibilityClaim } from './responsibility-chain';

/** Somebody became responsible, after somebody or nobody. */
interface Change {
  /** GSS code of whoever was responsible before, by the same chain; null where nobody was. */
  before: string | null;
  period: ChainPeriod;
}

/**
 * The chain of a child that was known by two identifiers, and had a chain under each. Which of the two is named first makes no
 * difference. Their changes are gone through by time: the first begins; a later one counts where it takes the child from
 * whoever is responsible then, and else changes nothing. So at each instant it names whom one of the two named. Whoever is
 * responsible now by one chain, and neither by both together nor has handed the child on since, claims to be: nobody is left
 * out without being told.
 *
 * @param at - when the hub recorded that they are one child
 */
export function mergedChains(one: ResponsibilityChain, other: ResponsibilityChain, at: string): ResponsibilityChain {
  const periods = byTime(changesOf(one), changesOf(other)).reduce<readonly ChainPeriod[]>(counted, []);
  const known = [...one.claims, ...other.claims].map((claim) => confirmed(claim, periods, at));
  const claims = [one, other].reduce<readonly ResponsibilityClaim[]>(
    (before, chain) => withHolder(before, { chain, periods, at }),
    known,
  );
  return { periods, claims: claims.toSorted(earlierClaim) };
}

function changesOf({ periods }: ResponsibilityChain): Change[] {
  return periods.map((period, index) => ({ before: periods[index - 1]?.authority ?? null, period }));
}

/** Each chain keeps its own order, also of what happened at one instant. */
function byTime(one: readonly Change[], other: readonly Change[]): Change[] {
  const left: readonly [Change[], Change[]] = [[...one], [...other]];
  const ordered: Change[] = [];
  while (left[0].length > 0 && left[1].length > 0) {
    const isFirst = earlierPeriod(left[0][0]!.period, left[1][0]!.period) <= 0;
    ordered.push(left[isFirst ? 0 : 1].shift()!);
  }
  return [...ordered, ...left[0], ...left[1]];
}

/** Of one instant the id of the movement decides: which of the two chains is named first must not. */
function earlierPeriod(one: ChainPeriod, other: ChainPeriod): number {
  return Date.parse(one.from) - Date.parse(other.from) || compared(one.movement, other.movement);
}

function earlierClaim(one: ResponsibilityClaim, other: ResponsibilityClaim): number {
  return Date.parse(one.since) - Date.parse(other.since) || compared(one.movement, other.movement);
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function counted(periods: readonly ChainPeriod[], { before, period }: Change): readonly ChainPeriod[] {
  const last = periods.at(-1);
  const next = { ...period, until: null };
  if (last === undefined) return [next];
  const isCounted = last.authority === before && last.authority !== period.authority;
  return isCounted ? [...periods.slice(0, -1), { ...last, until: period.from }, next] : periods;
}

/** Whether an authority is responsible at some time after an instant: if it is so no more, it has handed the child on itself. */
function isSince(periods: readonly ChainPeriod[], authority: string, instant: string): boolean {
  return periods.some(
    (period) =>
      period.authority === authority && (period.until === null || Date.parse(period.until) > Date.parse(instant)),
  );
}

/** Who has been responsible since they claimed to be claims it no longer. */
function confirmed(claim: ResponsibilityClaim, periods: readonly ChainPeriod[], at: string): ResponsibilityClaim {
  const isMoot = claim.settlement === null && isSince(periods, claim.claimant, claim.since);
  return isMoot ? { ...claim, settledAt: at, settlement: 'CONFIRMED' } : claim;
}

/** With the claim of whoever is responsible by one chain alone. A movement claims once. */
function withHolder(
  claims: readonly ResponsibilityClaim[],
  { chain, periods, at }: { chain: ResponsibilityChain; periods: readonly ChainPeriod[]; at: string },
): readonly ResponsibilityClaim[] {
  const last = chain.periods.at(-1);
  if (last === undefined || isSince(periods, last.authority, last.from)) return claims;
  const { movement, authority: claimant } = last;
  if (claims.some((claim) => claim.claimant === claimant && claim.settlement === null)) return claims;
  const others = claims.filter((claim) => claim.movement !== movement);
  return [...others, { movement, claimant, since: at, settledAt: null, settlement: null }];
}
