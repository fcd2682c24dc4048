import * as fc from 'fast-check';
import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { MovementSide } from '../movement-side';
import { applyMove } from './apply-move';
import { foldEvents } from './fold-events';
import { responsibleAt, type Movement } from './movement';
import type { MovementEvent } from './movement-event';
import {
  chainAfter,
  chainConfirmed,
  EMPTY_CHAIN,
  openClaim,
  refusalByChain,
  type ResponsibilityChain,
} from './responsibility-chain';

/**
 * All that happens to one child, in several movements at once, against a model written by hand: one authority is responsible,
 * others may claim to be.
 */
const HISTORIES = Number(process.env['CHILD_HISTORIES'] ?? 1_500);
const AUTHORITIES = ['E09000016', 'E09000022', 'E09000026', 'E09000033'];
/** The last is nobody's: a child comes from it, and goes to none. */
const ORIGINS = [...AUTHORITIES, 'UNKNOWN'];
const START = Date.parse('2026-03-02T09:00:00Z');
const PASSES_NONE = ['LOOKED_AFTER_PLACEMENT', 'MISSING', 'CARE_LEAVER'];

/** The steps that bring a transfer on, and those that break it off, as likely as the others. */
const STEPS: readonly (keyof typeof MovementMove)[] = [
  ...(['SHARE_INFORMATION', 'ACCEPT', 'HOLD_CONFERENCE', 'ACCEPT_RESPONSIBILITY', 'ACCEPT_RESPONSIBILITY'] as const),
  ...(['CLOSE', 'WITHDRAW', 'PROPOSE_WITHDRAWAL', 'AGREE_WITHDRAWAL', 'DISPUTE', 'START_PLACEMENT'] as const),
];
const BY_DESTINATION = ['ACCEPT', 'HOLD_CONFERENCE', 'ACCEPT_RESPONSIBILITY', 'AGREE_WITHDRAWAL', 'DISPUTE'];

/** What usually comes next. */
const NEXT: Record<string, keyof typeof MovementMove> = {
  ...{ NOTIFIED: 'SHARE_INFORMATION', INFORMATION_SHARED: 'ACCEPT', DISPUTED: 'ACCEPT' },
  ...{ CONFERENCE_HELD: 'ACCEPT_RESPONSIBILITY', RESPONSIBILITY_ACCEPTED: 'CLOSE', PLACED: 'CLOSE' },
};

const happening = fc.record({
  isUsual: fc.boolean(),
  kind: fc.constantFrom('notice', 'step', 'step', 'step', 'step', 'confirmation'),
  movement: fc.nat(3),
  from: fc.nat(ORIGINS.length - 1),
  to: fc.nat(3),
  category: fc.constantFrom(...Object.values(MovementCategory), MovementCategory.CHILD_IN_NEED_PLAN),
  step: fc.constantFrom(...STEPS),
  minutes: fc.nat(600),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** The hub, as far as one child goes. */
class Hub {
  readonly movements = new Map<string, Movement>();
  chain: ResponsibilityChain = EMPTY_CHAIN;

  /** The code of the refusal; null where it is recorded. */
  takes(event: MovementEvent): string | null {
    const before = this.movements.get(event.movement) ?? null;
    const others = [...this.movements.values()].filter(
      ({ id, state }) => id !== event.movement && state !== 'CLOSED' && state !== 'WITHDRAWN',
    );
    const refusal = refusalByChain(this.chain, { movement: before, others, event });
    if (refusal) return refusal.code;
    const result = applyMove(before, event);
    if (!result.movement) return result.refusal.code;
    this.movements.set(event.movement, result.movement);
    this.chain = chainAfter(this.chain, result.movement, result.movement.history.at(-1)!);
    return null;
  }
}

/** Nobody is where nobody knows: whoever has the child says that it is theirs. */
const asserting = ({ from, to }: { from: string; to: string }) => (from === 'UNKNOWN' ? to : from);

/** What is true of the child: one word who is responsible, and who else says that they are. */
class Model {
  responsible: string | null = null;
  /** By movement: who claims. */
  readonly claims = new Map<string, string>();
  /** Since when each was responsible. */
  readonly passed: { at: number; to: string }[] = [];
  readonly moves = new Map<
    string,
    { from: string; to: string; passes: boolean; hasPassed: boolean; hasEnded: boolean }
  >();

  /** Why the child's chain does not allow it. */
  forbids({ movement, move, data }: MovementEvent): string | null {
    const known = this.moves.get(movement);
    if (move === 'NOTIFY') {
      const passes = !PASSES_NONE.includes(data.category!);
      const another = [...this.moves].some(
        ([id, other]) =>
          id !== movement &&
          !other.hasEnded &&
          other.from === data.origin &&
          (other.to === data.destination || (data.origin !== 'UNKNOWN' && passes && other.passes && !other.hasPassed)),
      );
      return another ? 'MOVE_ALREADY_NOTIFIED' : null;
    }
    return known && move === 'ACCEPT_RESPONSIBILITY' && this.responsible !== asserting(known)
      ? 'ANOTHER_IS_RESPONSIBLE'
      : null;
  }

  records({ movement, move, data, recordedAt, occurredAt }: MovementEvent, state: string) {
    if (move === 'NOTIFY') {
      const { origin: from, destination: to, category } = data;
      const passes = !PASSES_NONE.includes(category!);
      this.moves.set(movement, { from: from!, to: to!, passes, hasPassed: false, hasEnded: false });
      const asserted = asserting({ from: from!, to: to! });
      if (this.responsible === null) this.become(asserted, Date.parse(occurredAt));
      else if (this.responsible !== asserted) this.claims.set(movement, asserted);
      return;
    }
    const known = this.moves.get(movement)!;
    if (move === 'ACCEPT_RESPONSIBILITY') {
      known.hasPassed = true;
      this.become(known.to, Date.parse(recordedAt));
    }
    if (state === 'CLOSED' || state === 'WITHDRAWN') {
      known.hasEnded = true;
      this.claims.delete(movement);
    }
  }

  become(authority: string, at: number) {
    this.responsible = authority;
    this.passed.push({ at, to: authority });
    for (const [movement, claimant] of this.claims) if (claimant === authority) this.claims.delete(movement);
  }
}

function eventOf(
  { kind, movement, from, to, category, step, isUsual }: Happening,
  hub: Hub,
  number: number,
  clock: number,
) {
  const id = `movement:${movement}`;
  const known = hub.movements.get(id);
  const move = kind === 'notice' ? MovementMove.NOTIFY : MovementMove[(isUsual && NEXT[known?.state ?? '']) || step];
  const side = BY_DESTINATION.includes(move) ? MovementSide.DESTINATION : MovementSide.ORIGIN;
  const [origin, destination] = [known?.origin ?? ORIGINS[from]!, known?.destination ?? AUTHORITIES[to]!];
  const at = new Date(clock).toISOString();
  return {
    ...{ id: `message:${number}`, movement: id, move, side, person: 'person:1', role: 'duty-team' },
    authority: side === MovementSide.ORIGIN ? origin : destination,
    ...{ occurredAt: at, recordedAt: at },
    data: {
      ...(move === MovementMove.NOTIFY && {
        category,
        origin,
        destination,
        permanence: 'PERMANENT',
        planning: 'PLANNED',
      }),
      ...{ hasStatutoryOrder: false, distance: 'OUT_OF_AREA', isEmergency: true, placementStartsOn: '2026-03-02' },
      ...{
        transferPack: [{ title: 'Chronology', sha256: '0' }],
        reason: 'As agreed by telephone.',
        confirmation: 'letter:1',
      },
    },
  } as MovementEvent;
}

/** As `expect` does, which is too slow for so many. */
function same<Value>(is: Value, should: Value, what: string) {
  if (is !== should) throw new Error(`Of ${what}: is ${String(is)}, and should be ${String(should)}.`);
}

function check({ chain }: Hub, model: Model, now: number) {
  const { periods } = chain;
  for (const [index, { at, to }] of model.passed.entries()) {
    const end = model.passed[index + 1]?.at ?? now + 60_000;
    for (const instant of [at, end - 1].filter((one) => one >= at && one < end)) {
      same(responsibleAt(periods, new Date(instant).toISOString()), to, `who is responsible at ${instant - START}`);
      const holding = periods.filter(
        ({ from, until }) => Date.parse(from) <= instant && (until === null || instant < Date.parse(until)),
      );
      same(holding.length, 1, 'authorities responsible at once');
    }
  }
  const open = chain.claims.filter(({ settlement }) => settlement === null);
  const shown = (of: Iterable<readonly [string, string]>) => JSON.stringify([...of].sort());
  same(
    periods.find(({ authority }) => authority === 'UNKNOWN'),
    undefined,
    'where nobody is responsible',
  );
  same(shown(open.map(({ movement, claimant }) => [movement, claimant] as const)), shown(model.claims), 'claims');
}

describe(`one child in several movements, in ${HISTORIES} random histories`, () => {
  const seen = new Set<string>();

  it('has one responsible authority at each instant, and every other that says so is a claim that is kept until it is settled', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 2, maxLength: 40, size: 'max' }), (happenings) => {
        const hub = new Hub();
        const model = new Model();
        const recorded: (MovementEvent | { confirms: string; at: string })[] = [];
        let clock = START;
        for (const [number, drawn] of happenings.entries()) {
          clock += drawn.minutes * 60_000 + 1;
          if (drawn.kind === 'confirmation') {
            const movement = `movement:${drawn.movement}`;
            const claim = openClaim(hub.chain, movement);
            same(claim?.claimant, model.claims.get(movement), 'the claim');
            if (!claim) continue;
            const at = new Date(clock).toISOString();
            hub.chain = chainConfirmed(hub.chain, claim, at);
            recorded.push({ confirms: movement, at });
            model.become(claim.claimant, clock);
            seen.add('confirmed');
          } else {
            const event = eventOf(drawn, hub, number, clock);
            const forbidden = model.forbids(event);
            const refusal = hub.takes(event);
            if (forbidden) same(refusal, forbidden, `${event.move} of ${event.movement}`);
            if (refusal === null) {
              recorded.push(event);
              model.records(event, hub.movements.get(event.movement)!.state);
            }
            seen.add(refusal ?? event.move);
            if (refusal === null && hub.movements.get(event.movement)!.origin === 'UNKNOWN')
              seen.add(`UNKNOWN ${event.move}`);
          }
          check(hub, model, clock);
        }
        same(
          JSON.stringify(replayed(recorded)),
          JSON.stringify(hub.chain),
          'the chain, replayed from what was recorded',
        );
      }),
      { numRuns: HISTORIES },
    );
  });

  it('came to all that may happen', () => {
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...[
          'confirmed',
          'ACCEPT_RESPONSIBILITY',
          'AGREE_WITHDRAWAL',
          'MOVE_ALREADY_NOTIFIED',
          'ANOTHER_IS_RESPONSIBLE',
        ],
        ...['AGREEMENT_REQUIRED', 'NOT_PROPOSED', 'RESPONSIBILITY_STAYS'],
        ...['UNKNOWN NOTIFY', 'UNKNOWN ACCEPT_RESPONSIBILITY', 'UNKNOWN WITHDRAW'],
      ]),
    );
  });
});

/** The chain from what was recorded alone. */
function replayed(recorded: readonly (MovementEvent | { confirms: string; at: string })[]): ResponsibilityChain {
  const events: MovementEvent[] = [];
  let chain = EMPTY_CHAIN;
  for (const one of recorded) {
    if ('confirms' in one) {
      chain = chainConfirmed(chain, openClaim(chain, one.confirms)!, one.at);
      continue;
    }
    events.push(one);
    const movement = foldEvents(events.filter(({ movement: of }) => of === one.movement))!;
    chain = chainAfter(chain, movement, movement.history.at(-1)!);
  }
  return chain;
}
