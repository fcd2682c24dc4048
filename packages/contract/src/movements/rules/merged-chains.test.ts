import * as fc from 'fast-check';
import { mergedChains } from './merged-chains';
import { responsibleAt } from './movement';
import { EMPTY_CHAIN, holderOf, type ResponsibilityChain, type ResponsibilityClaim } from './responsibility-chain';

const [HAVERING, LAMBETH, REDBRIDGE, CAMDEN] = ['E09000016', 'E09000022', 'E09000026', 'E09000007'] as const;
const AUTHORITIES = [HAVERING, LAMBETH, REDBRIDGE, CAMDEN];
const MINUTES = 40;
const at = (minute: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + minute * 60_000).toISOString();
const LINKED = at(MINUTES + 1);

/** A chain of who took the child when: `[minute, authority]`, each by a movement of its own. */
function chain(name: string, ...taken: readonly (readonly [number, string])[]): ResponsibilityChain {
  return {
    periods: taken.map(([minute, authority], index) => {
      const until = taken[index + 1];
      const period = { authority, from: at(minute), until: until ? at(until[0]) : null, onWordOf: null };
      return { ...period, movement: `movement:${name}${index}` };
    }),
    claims: [],
  };
}

const claim = (movement: string, claimant: string, minute: number): ResponsibilityClaim => ({
  ...{ movement: `movement:${movement}`, claimant, since: at(minute), settledAt: null, settlement: null },
});
const shown = ({ periods }: ResponsibilityChain) => periods.map(({ authority, from }) => [authority, from]);
const open = ({ claims }: ResponsibilityChain) =>
  claims.filter(({ settlement }) => settlement === null).map(({ claimant, movement }) => [claimant, movement]);

describe('two chains of one child', () => {
  it('are disputed where who had handed the child on accepts it in writing again, under the other identifier', () => {
    const merged = mergedChains(
      chain('a', [0, HAVERING], [9, HAVERING]),
      chain('b', [2, HAVERING], [5, LAMBETH]),
      LINKED,
    );
    expect(holderOf(merged)).toBe(LAMBETH);
    expect(open(merged)).toEqual([[HAVERING, 'movement:a1']]);
  });

  it('that tell one story after the other are one: what Havering took, it could hand on', () => {
    const merged = mergedChains(
      chain('a', [0, LAMBETH], [5, HAVERING]),
      chain('b', [9, HAVERING], [12, CAMDEN]),
      LINKED,
    );
    expect(shown(merged)).toEqual([
      [LAMBETH, at(0)],
      [HAVERING, at(5)],
      [CAMDEN, at(12)],
    ]);
    expect(merged.claims).toEqual([]);
  });

  it('that name two authorities now leave the child with one, and the other claims', () => {
    const merged = mergedChains(chain('a', [0, LAMBETH], [5, HAVERING]), chain('b', [3, REDBRIDGE]), LINKED);
    expect(shown(merged)).toEqual([
      [LAMBETH, at(0)],
      [HAVERING, at(5)],
    ]);
    expect(merged.claims).toEqual([{ ...claim('b0', REDBRIDGE, 0), since: LINKED }]);
  });

  it('that both begin with one authority are no dispute: what it handed on by one, it has handed on', () => {
    const merged = mergedChains(chain('a', [0, LAMBETH], [5, HAVERING]), chain('b', [3, LAMBETH]), LINKED);
    expect([holderOf(merged), merged.claims]).toEqual([HAVERING, []]);
    const since = mergedChains(chain('a', [0, LAMBETH], [5, HAVERING]), chain('b', [7, LAMBETH]), LINKED);
    expect([holderOf(since), open(since)]).toEqual([HAVERING, [[LAMBETH, 'movement:b0']]]);
  });

  it('hand the child on once: who took it from whom it was not any more claims it', () => {
    const merged = mergedChains(
      chain('a', [0, LAMBETH], [5, HAVERING]),
      chain('b', [1, LAMBETH], [8, REDBRIDGE]),
      LINKED,
    );
    expect(holderOf(merged)).toBe(HAVERING);
    expect(open(merged)).toEqual([[REDBRIDGE, 'movement:b1']]);
  });

  it('keep the claims of both, and settle what is so now', () => {
    const one = { ...chain('a', [0, LAMBETH]), claims: [claim('a9', REDBRIDGE, 2), claim('a8', CAMDEN, 3)] };
    const merged = mergedChains(one, chain('b', [1, LAMBETH], [4, REDBRIDGE]), LINKED);
    expect(holderOf(merged)).toBe(REDBRIDGE);
    expect(merged.claims).toEqual([
      { ...claim('a9', REDBRIDGE, 2), settledAt: LINKED, settlement: 'CONFIRMED' },
      claim('a8', CAMDEN, 3),
    ]);
  });

  it('are not the same in whatever order three are merged: what did not count is in the chain no more', () => {
    const [a, b, c] = [
      chain('a', [0, LAMBETH]),
      chain('b', [1, REDBRIDGE], [5, CAMDEN]),
      chain('c', [2, LAMBETH], [3, REDBRIDGE]),
    ];
    expect(holderOf(mergedChains(mergedChains(a, b, LINKED), c, LINKED))).toBe(REDBRIDGE);
    expect(holderOf(mergedChains(a, mergedChains(b, c, LINKED), LINKED))).toBe(LAMBETH);
  });
});

/** Of one child: each authority another than before, and a claim or two that are open or not. */
const drawn = (name: string) =>
  fc
    .record({
      // Of one child the hub stamps each step later than the one before.
      taken: fc.uniqueArray(fc.tuple(fc.nat(MINUTES), fc.constantFrom(...AUTHORITIES)), {
        ...{ maxLength: 6, selector: ([minute]) => minute },
      }),
      claims: fc.array(fc.tuple(fc.nat(MINUTES), fc.constantFrom(...AUTHORITIES), fc.boolean()), { maxLength: 3 }),
    })
    .map(({ taken, claims }): ResponsibilityChain => {
      const ordered = taken.toSorted(([one], [other]) => one - other);
      const passed = ordered.filter(([, authority], index) => authority !== ordered[index - 1]?.[1]);
      const made = chain(name, ...passed);
      return {
        ...made,
        claims: (passed.length === 0 ? [] : claims).flatMap(([minute, claimant, isOpen], index) => {
          const of = claim(`${name}${index + 10}`, claimant, minute);
          if (!isOpen) return [{ ...of, settledAt: at(MINUTES), settlement: 'WITHDRAWN' as const }];
          return claimant === holderOf(made) ? [] : [of];
        }),
      };
    });

/** Who holds the child, told minute by minute: everybody who says that they take it from whoever holds it, in their order. */
function told(one: ResponsibilityChain, other: ResponsibilityChain): (string | null)[] {
  let holder: string | null = null;
  return Array.from({ length: MINUTES + 1 }, (_, minute) => {
    const said = [one, other].flatMap(({ periods }) =>
      periods.flatMap(({ authority, from, movement }, index) =>
        from === at(minute) ? [{ from: periods[index - 1]?.authority ?? null, authority, movement }] : [],
      ),
    );
    // Within one chain the order of movements is that of their names here.
    for (const { from, authority } of said.sort((a, b) => (a.movement < b.movement ? -1 : 1))) {
      if (holder === null || holder === from) holder = authority;
    }
    return holder;
  });
}

describe('any two chains of one child', () => {
  const both = fc.tuple(drawn('a'), drawn('b'));

  it('make one, in which exactly one is responsible at each instant, as told minute by minute', () => {
    fc.assert(
      fc.property(both, ([one, other]) => {
        const { periods } = mergedChains(one, other, LINKED);
        for (const [index, { from, until }] of periods.entries()) {
          expect(Date.parse(until ?? LINKED)).toBeGreaterThanOrEqual(Date.parse(from));
          expect(until).toBe(periods[index + 1]?.from ?? null);
        }
        const asked = Array.from({ length: MINUTES + 1 }, (_, minute) => responsibleAt(periods, at(minute)));
        expect(asked).toEqual(told(one, other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('name at each instant whom one of them named, so that only what they differed about is answered otherwise', () => {
    fc.assert(
      fc.property(both, ([one, other]) => {
        const { periods } = mergedChains(one, other, LINKED);
        for (let minute = 0; minute <= MINUTES; minute++) {
          const named = [one, other].map((of) => responsibleAt(of.periods, at(minute))).filter((name) => name !== null);
          const now = responsibleAt(periods, at(minute));
          expect(now === null ? named.length === 0 : named.includes(now)).toBe(true);
        }
      }),
    );
  });

  it('leave nobody out: whoever one of them names now is responsible, has handed the child on since, or claims it', () => {
    fc.assert(
      fc.property(both, ([one, other]) => {
        const merged = mergedChains(one, other, LINKED);
        const claimants = open(merged).map(([claimant]) => claimant);
        for (const { periods } of [one, other]) {
          const last = periods.at(-1);
          if (!last || last.authority === holderOf(merged)) continue;
          const asked = Array.from({ length: MINUTES + 1 }, (_, minute) => at(minute));
          const since = asked.filter((minute) => minute >= last.from);
          const handedOn = since.some((minute) => responsibleAt(merged.periods, minute) === last.authority);
          expect(claimants.includes(last.authority)).toBe(!handedOn || isOpen([one, other], merged, last.authority));
        }
        expect(claimants).not.toContain(holderOf(merged));
        for (const before of [...one.claims, ...other.claims]) {
          const after = merged.claims.find(({ movement }) => movement === before.movement)!;
          if (before.settlement !== null) expect(after).toEqual(before);
          else expect([null, 'CONFIRMED']).toContain(after.settlement);
        }
        expect(new Set(merged.claims.map(({ movement }) => movement)).size).toBe(merged.claims.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same whichever is named first, and with a chain of nothing what they were', () => {
    fc.assert(
      fc.property(both, ([one, other]) => {
        expect(mergedChains(one, other, LINKED)).toEqual(mergedChains(other, one, LINKED));
        const alone = mergedChains(one, EMPTY_CHAIN, LINKED);
        expect(alone.periods).toEqual(one.periods);
        expect(open(alone).sort()).toEqual(
          open({ periods: [], claims: one.claims.filter((of) => !wasSince(one, of)) }).sort(),
        );
      }),
    );
  });
});

/** Whether a claim of an authority that was there before is still open. */
function isOpen(before: readonly ResponsibilityChain[], merged: ResponsibilityChain, authority: string): boolean {
  const known = before.flatMap(({ claims }) => claims.map(({ movement }) => movement));
  return merged.claims.some(
    ({ claimant, movement, settlement }) => claimant === authority && settlement === null && known.includes(movement),
  );
}

/** Whether a claimant was responsible after it claimed to be, which is drawn here and does not happen. */
function wasSince({ periods }: ResponsibilityChain, { claimant, since }: ResponsibilityClaim): boolean {
  return periods.some(
    ({ authority, until }) => authority === claimant && (until === null || Date.parse(until) > Date.parse(since)),
  );
}
