import * as fc from 'fast-check';
import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { MovementSide } from '../movement-side';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { applyMove } from './apply-move';
import { noticedAs } from './child-of';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';
import { clocksOf } from './clocks-of';
import { foldEvents } from './fold-events';
import { mergedChains } from './merged-chains';
import { responsibleAt, type Movement } from './movement';
import type { MovementEvent } from './movement-event';
import { ownerOfClaim } from './owner-of-claim';
import { EMPTY_INBOX, messagesOf, receive } from './movement-inbox';
import {
  chainAfter,
  chainConfirmed,
  EMPTY_CHAIN,
  openClaim,
  refusalByChain,
  type ResponsibilityChain,
} from './responsibility-chain';

/**
 * All that happens to one child and its sibling, each known by several identifiers, in several movements at once, against a
 * model written by hand: one authority is responsible for each, others may claim to be.
 */
const HISTORIES = Number(process.env['CHILD_HISTORIES'] ?? 1_500);
/** By what each of the two is known, until it is linked. */
const IDENTIFIERS = [
  ['p1:1:child-local', 'p1:1:child', 'p1:1:child-other'],
  ['p1:1:sibling-local', 'p1:1:sibling', 'p1:1:sibling-other'],
] as const;
const AUTHORITIES = ['E09000016', 'E09000022', 'E09000026', 'E09000033'];
/** The last is nobody's: a child comes from it, and goes to none. */
const ORIGINS = [...AUTHORITIES, 'UNKNOWN'];
const START = Date.parse('2026-03-02T09:00:00Z');
const PASSES_NONE = ['LOOKED_AFTER_PLACEMENT', 'MISSING', 'CARE_LEAVER'];

/** The steps that bring a transfer on, and those that break it off, as likely as the others. */
const STEPS: readonly (keyof typeof MovementMove)[] = [
  ...(['SHARE_INFORMATION', 'ACCEPT', 'HOLD_CONFERENCE', 'ACCEPT_RESPONSIBILITY', 'ACCEPT_RESPONSIBILITY'] as const),
  ...(['CLOSE', 'WITHDRAW', 'PROPOSE_WITHDRAWAL', 'AGREE_WITHDRAWAL', 'DISPUTE', 'START_PLACEMENT'] as const),
  ...(['AMEND_NOTICE', 'AMEND_NOTICE', 'AMEND_NOTICE', 'END_CIRCUMSTANCE', 'RETURN_NOTICE'] as const),
  ...(['AGREE_TEMPORARY_STAY', 'BECOME_PERMANENT', 'RECORD_REVIEW', 'RECORD_STATUTORY_ORDER'] as const),
];
const BY_DESTINATION = [
  ...['ACCEPT', 'HOLD_CONFERENCE', 'ACCEPT_RESPONSIBILITY', 'AGREE_WITHDRAWAL', 'DISPUTE', 'RETURN_NOTICE'],
  'AGREE_TEMPORARY_STAY',
];

/** With these a review is held, or what is to be reviewed begins. */
const BOOKING: readonly string[] = ['AGREE_TEMPORARY_STAY', 'START_PLACEMENT', 'RECORD_REVIEW'];

/** What usually comes next. */
const NEXT: Record<string, keyof typeof MovementMove> = {
  ...{ NOTIFIED: 'SHARE_INFORMATION', INFORMATION_SHARED: 'ACCEPT', DISPUTED: 'ACCEPT' },
  ...{ CONFERENCE_HELD: 'ACCEPT_RESPONSIBILITY', RESPONSIBILITY_ACCEPTED: 'CLOSE', PLACED: 'CLOSE' },
};

const happening = fc.record({
  isUsual: fc.boolean(),
  kind: fc.constantFrom(
    ...(['notice', 'notice', 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'crossing'] as const),
    ...(['link', 'confirmation', 'answer'] as const),
  ),
  child: fc.constantFrom(0, 0, 0, 0, 1),
  identifier: fc.constantFrom(0, 0, 1, 1, 2),
  movement: fc.nat(3),
  from: fc.nat(ORIGINS.length - 1),
  to: fc.nat(3),
  category: fc.constantFrom(...Object.values(MovementCategory), MovementCategory.CHILD_IN_NEED_PLAN),
  step: fc.constantFrom(...STEPS),
  isTemporary: fc.boolean(),
  amends: fc.record(
    {
      destination: fc.constantFrom(...AUTHORITIES),
      category: fc.constantFrom(...Object.values(MovementCategory), MovementCategory.CHILD_IN_NEED_PLAN),
      permanence: fc.constantFrom('PERMANENT', 'TEMPORARY'),
      circumstances: fc.constantFrom(['MISSING'], ['CHILD_PROTECTION_PLAN'], ['SECTION_47_ENQUIRY', 'MISSING']),
    },
    { requiredKeys: [] },
  ),
  circumstance: fc.constantFrom('MISSING', 'CHILD_PROTECTION_PLAN', 'SECTION_47_ENQUIRY'),
  minutes: fc.nat(600),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

const hasEnded = (state: string) => state === 'CLOSED' || state === 'WITHDRAWN';

/** The hub, as far as the two go. */
class Hub {
  readonly movements = new Map<string, Movement>();
  readonly chains = new Map<string, ResponsibilityChain>();
  private readonly links = new Map<string, string>();

  knownAs(pseudonym: string): string {
    return this.links.get(pseudonym) ?? pseudonym;
  }

  childOf(movement: Movement): string {
    return this.knownAs(noticedAs(movement));
  }

  chainOf(child: string): ResponsibilityChain {
    return this.chains.get(child) ?? EMPTY_CHAIN;
  }

  /** The code of the refusal; null where it is recorded. */
  takes(event: MovementEvent): string | null {
    const before = this.movements.get(event.movement) ?? null;
    const child = before ? this.childOf(before) : this.knownAs(event.data.childPseudonym!);
    const others = [...this.movements.values()].filter(
      (other) => other.id !== event.movement && this.childOf(other) === child && !hasEnded(other.state),
    );
    const refusal = refusalByChain(this.chainOf(child), { movement: before, others, event });
    if (refusal) return refusal.code;
    const isElsewhere = before && event.move === MovementMove.LINK_CHILD && this.links.has(noticedAs(before));
    if (isElsewhere && this.knownAs(event.data.childPseudonym!) !== child) return 'LINKED_TO_ANOTHER';
    const result = applyMove(before, event);
    if (!result.movement) return result.refusal.code;
    this.records(result.movement);
    return null;
  }

  records(movement: Movement) {
    const step = movement.history.at(-1)!;
    const child = this.childOf(movement);
    this.movements.set(movement.id, movement);
    if (step.event.move === MovementMove.LINK_CHILD) this.link(child, step.event);
    else this.chains.set(child, chainAfter(this.chainOf(child), movement, step));
  }

  confirms(movement: Movement, at: string) {
    const child = this.childOf(movement);
    const chain = this.chainOf(child);
    this.chains.set(child, chainConfirmed(chain, openClaim(chain, movement.id)!, at));
  }

  private link(from: string, { data, recordedAt }: MovementEvent) {
    const to = this.knownAs(data.childPseudonym!);
    if (from === to) return;
    this.chains.set(to, mergedChains(this.chainOf(from), this.chainOf(to), recordedAt));
    this.chains.delete(from);
    for (const [pseudonym, known] of this.links) if (known === from) this.links.set(pseudonym, to);
    this.links.set(from, to);
  }
}

/** Nobody is where nobody knows: whoever has the child says that it is theirs. */
const asserting = ({ from, to }: { from: string; to: string }) => (from === 'UNKNOWN' ? to : from);

/** What is true of a child: one word who is responsible, and who else says that they are. */
class Model {
  responsible: string | null = null;
  /** By movement: who claims, since when, and whether whoever is responsible has said that they are not right. */
  readonly claims = new Map<string, { by: string; since: number; isAnswered: boolean }>();
  /** Since when each was responsible, after whom, and by which movement. */
  readonly passed: { at: number; from: string | null; to: string; movement: string }[] = [];
  readonly moves = new Map<
    string,
    { from: string; to: string; category: string; hasPassed: boolean; hasEnded: boolean }
  >();

  /** Of two who are one. */
  static of(one: Model, other: Model, now: number): Model {
    const both = new Model();
    for (const [movement, move] of [...one.moves, ...other.moves]) both.moves.set(movement, move);
    for (const change of [...one.passed, ...other.passed].sort((a, b) => a.at - b.at)) {
      const isNext = both.responsible === null || both.responsible === change.from;
      if (isNext && both.responsible !== change.to) both.become(change.to, change.at, change.movement);
    }
    const ends = both.passed.map(({ to }, index) => ({ to, end: both.passed[index + 1]?.at ?? Infinity }));
    const isSince = (authority: string, since: number) => ends.some(({ to, end }) => to === authority && end > since);
    for (const [movement, claim] of [...one.claims, ...other.claims]) {
      if (isSince(claim.by, claim.since)) continue;
      const before = one.claims.has(movement) ? one : other;
      const isAnswered = claim.isAnswered && before.since === both.since;
      both.claims.set(movement, { ...claim, isAnswered });
    }
    for (const { to, at, movement } of [one, other].flatMap(({ passed }) => passed.slice(-1))) {
      const isSaid = [...both.claims.values()].some(({ by }) => by === to);
      if (!isSaid && !isSince(to, at)) both.claims.set(movement, { by: to, since: now, isAnswered: false });
    }
    return both;
  }

  /** Since when the present authority is responsible. */
  get since(): number {
    return this.passed.at(-1)?.at ?? 0;
  }

  /** Why the child's chain does not allow it. */
  forbids({ movement, move, data }: MovementEvent): string | null {
    const known = this.moves.get(movement);
    const told = move === 'NOTIFY' ? { from: data.origin!, to: data.destination!, category: data.category! } : null;
    const amended = move === 'AMEND_NOTICE' && known ? { ...known, ...toldAnew(data) } : null;
    const notice = told ?? amended;
    if (notice) {
      const passes = ({ category }: { category: string }) => !PASSES_NONE.includes(category);
      const another = [...this.moves].some(
        ([id, other]) =>
          id !== movement &&
          !other.hasEnded &&
          other.from === notice.from &&
          (other.to === notice.to ||
            (notice.from !== 'UNKNOWN' && passes(notice) && passes(other) && !other.hasPassed)),
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
      this.moves.set(movement, { from: from!, to: to!, category: category!, hasPassed: false, hasEnded: false });
      const asserted = asserting({ from: from!, to: to! });
      if (this.responsible === null) this.become(asserted, Date.parse(occurredAt), movement);
      else if (this.responsible !== asserted) {
        this.claims.set(movement, { by: asserted, since: Date.parse(recordedAt), isAnswered: false });
      }
      return;
    }
    const known = this.moves.get(movement)!;
    if (move === 'AMEND_NOTICE') Object.assign(known, toldAnew(data));
    if (move === 'ACCEPT_RESPONSIBILITY') {
      known.hasPassed = true;
      this.become(known.to, Date.parse(recordedAt), movement);
    }
    if (hasEnded(state)) {
      known.hasEnded = true;
      this.claims.delete(movement);
    }
  }

  become(authority: string, at: number, movement: string) {
    this.passed.push({ at, from: this.responsible, to: authority, movement });
    this.responsible = authority;
    // Whoever is responsible now has answered nobody.
    for (const claim of this.claims.values()) claim.isAnswered = false;
    for (const [claiming, { by }] of this.claims) if (by === authority) this.claims.delete(claiming);
  }
}

/** What an amendment says of where a child moves, and as what. */
const toldAnew = ({ destination, category }: MovementEvent['data']) => ({
  ...(destination && { to: destination }),
  ...(category && { category }),
});

/** Which of the two a movement is of: their movements are apart from the notice on. */
const whose = (id: string) => (id.startsWith('movement:0') ? 0 : 1);

function eventOf(
  { kind, child, identifier, movement, from, to, category, step, isUsual, ...drawn }: Happening,
  hub: Hub,
  number: number,
  clock: number,
) {
  const id = `movement:${child}:${movement}`;
  const known = hub.movements.get(id);
  const move =
    kind === 'link'
      ? MovementMove.LINK_CHILD
      : kind === 'notice'
        ? MovementMove.NOTIFY
        : MovementMove[(isUsual && NEXT[known?.state ?? '']) || step];
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
        permanence: drawn.isTemporary ? 'TEMPORARY' : 'PERMANENT',
        planning: 'PLANNED',
      }),
      ...(move === MovementMove.AMEND_NOTICE && drawn.amends),
      ...([MovementMove.NOTIFY, MovementMove.LINK_CHILD].includes(move) && {
        childPseudonym: IDENTIFIERS[child]![identifier],
      }),
      ...(move !== MovementMove.AMEND_NOTICE && {
        ...{ hasStatutoryOrder: false, distance: 'OUT_OF_AREA', isEmergency: true, placementStartsOn: '2026-03-02' },
      }),
      ...{ circumstance: drawn.circumstance, outcome: 'CONTINUES', nextReviewOn: '2026-12-31' },
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

function check(chain: ResponsibilityChain, model: Model, now: number) {
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
  for (const { movement, claimant, since } of open) {
    // Nobody else is asked to speak than who is responsible, or once they have spoken the claimant.
    const { isAnswered = false } = model.claims.get(movement) ?? {};
    const answeredAt = isAnswered ? new Date(now).toISOString() : null;
    const owner = ownerOfClaim({ claimant, answeredAt }, periods.at(-1)!);
    same(owner, isAnswered ? claimant : model.responsible, `whose the claim of ${movement} is, since ${since}`);
    same(owner === claimant, isAnswered, 'whether the claimant claims against itself');
  }
  same(
    shown(open.map(({ movement, claimant }) => [movement, claimant] as const)),
    shown([...model.claims].map(([movement, { by }]) => [movement, by] as const)),
    'claims',
  );
}

const RULES = [ProcedureRuleCode.TRANSFER_IN_CONFERENCE, ProcedureRuleCode.ACKNOWLEDGEMENT].map((code): ClockRule => ({
  ...{ id: code, code, procedureId: MOVEMENT_PROCEDURE, unit: ProcedureRuleUnit.HOURS, amount: 60 },
  ...{ startsAt: ProcedureRuleStart.NOTIFICATION, countsStartDay: false, validFrom: null, validTo: null },
}));

/** No clock that was started is lost, or starts again; that of a review goes on until the next one begins it anew. */
function checkClocks(movement: Movement, known: Map<string, string>, now: number) {
  const isBooking = BOOKING.includes(movement.history.at(-1)!.event.move);
  if (isBooking)
    for (const of of known.keys()) if (of.startsWith(movement.id) && of.endsWith('_REVIEW')) known.delete(of);
  const clocks = clocksOf(movement, RULES, new Date(now));
  const started = new Map<string, string>(
    clocks.flatMap(({ code, rule, startedAt, dueAt }) =>
      startedAt === null ? [] : [[`${movement.id} ${code}`, `${rule} ${startedAt} ${dueAt}`] as const],
    ),
  );
  for (const [of, before] of known) if (of.startsWith(`${movement.id} `)) same(started.get(of), before, `clock ${of}`);
  for (const [of, said] of started) known.set(of, said);
}

/** No claim is lost, and the clock of none starts again: it waits, or it is settled. */
function checkClaims(chain: ResponsibilityChain, known: Map<string, string>) {
  const said = new Map(chain.claims.map((claim) => [`${claim.movement} ${claim.claimant}`, claim]));
  for (const [key, { since, settlement }] of said) {
    if (settlement !== null) known.delete(key);
    else known.set(key, same(since, known.get(key) ?? since, `the claim ${key}`) ?? since);
  }
}

/** What the hub recorded: a step, or that a claim is right. */
type Recorded = { at: string } & ({ event: MovementEvent } | { confirms: string });

describe(`one child and its sibling, in ${HISTORIES} random histories of several movements`, () => {
  const seen = new Set<string>();

  it('have one responsible authority each at each instant; every other that says so is a claim that is kept until it is settled; no clock is lost, and replay in any order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 2, maxLength: 60, size: 'max' }), (happenings) => {
        const hub = new Hub();
        const models = new Map(IDENTIFIERS.flat().map((pseudonym) => [pseudonym as string, new Model()]));
        const modelOf = (pseudonym: string) => models.get(pseudonym)!;
        const recorded: Recorded[] = [];
        const clocks = new Map<string, string>();
        const claims = new Map<string, string>();
        let clock = START;
        for (const [number, drawn] of happenings.entries()) {
          clock += drawn.minutes * 60_000 + 1;
          if (drawn.kind === 'answer') {
            const movement = hub.movements.get(`movement:${drawn.child}:${drawn.movement}`);
            const claim = movement && modelOf(noticedAs(movement)).claims.get(movement.id);
            if (claim) seen.add('answered');
            if (claim) claim.isAnswered = true;
          } else if (drawn.kind === 'confirmation') {
            const movement = hub.movements.get(`movement:${drawn.child}:${drawn.movement}`);
            if (!movement) continue;
            const claim = openClaim(hub.chainOf(hub.childOf(movement)), movement.id);
            const model = modelOf(noticedAs(movement));
            same(claim?.claimant, model.claims.get(movement.id)?.by, 'the claim');
            if (!claim) continue;
            const at = new Date(clock).toISOString();
            hub.confirms(movement, at);
            recorded.push({ confirms: movement.id, at });
            model.become(claim.claimant, clock, movement.id);
            seen.add('confirmed');
          } else {
            // Two that cross are made by sides that know of the same, and the hub has one after the other.
            const both = drawn.kind === 'crossing' ? [drawn, { ...drawn, isUsual: !drawn.isUsual }] : [drawn];
            for (const event of both.map((one, index) => eventOf(one, hub, number * 2 + index, clock + index))) {
              const before = hub.movements.get(event.movement);
              const model = modelOf(before ? noticedAs(before) : (event.data.childPseudonym ?? IDENTIFIERS[0][0]));
              const forbidden = model.forbids(event);
              const refusal = hub.takes(event);
              if (forbidden) same(refusal, forbidden, `${event.move} of ${event.movement}`);
              seen.add(refusal ?? event.move);
              if (refusal !== null) continue;
              recorded.push({ event, at: event.recordedAt });
              const movement = hub.movements.get(event.movement)!;
              if (movement.origin === 'UNKNOWN') seen.add(`UNKNOWN ${event.move}`);
              if (before && before.destination !== movement.destination) seen.add('another destination');
              // Nobody says for another that the child is theirs.
              if (before?.origin === 'UNKNOWN') same(movement.destination, before.destination, 'whose word it is');
              checkClocks(movement, clocks, Date.parse(event.recordedAt));
              if (event.move === MovementMove.LINK_CHILD) link(event, model);
              else model.records(event, movement.state);
            }
            clock += both.length;
          }
          for (const [child, chain] of hub.chains) {
            check(chain, modelOf(child), clock);
            checkClaims(chain, claims);
            const [{ movement } = { movement: '' }] = chain.periods;
            same(
              chain.periods.every((period) => whose(period.movement) === whose(movement)),
              true,
              'whose chain',
            );
          }
          const open = [...hub.chains.values()].flatMap((chain) =>
            chain.claims.filter((one) => one.settlement === null),
          );
          same(open.length, claims.size, 'claims that wait, none of them lost');
        }
        const again = replayed(recorded);
        same(JSON.stringify(sorted(again.chains)), JSON.stringify(sorted(hub.chains)), 'the chains, replayed');
        for (const movement of hub.movements.values()) checkCopy(movement);

        function link({ data, recordedAt }: MovementEvent, model: Model) {
          const other = modelOf(data.childPseudonym!);
          if (other === model) return;
          const merged = Model.of(model, other, Date.parse(recordedAt));
          for (const [pseudonym, of] of models) if (of === model || of === other) models.set(pseudonym, merged);
          const isClaimed = model.responsible !== null && other.responsible !== null && merged.claims.size > 0;
          seen.add(isClaimed ? 'merged, with a claim' : 'merged');
        }
      }),
      { numRuns: HISTORIES },
    );
  }, 900_000);

  it('came to all that may happen', () => {
    const all = [
      ...['confirmed', 'ACCEPT_RESPONSIBILITY', 'AGREE_WITHDRAWAL', 'LINK_CHILD', 'merged', 'merged, with a claim'],
      ...['MOVE_ALREADY_NOTIFIED', 'ANOTHER_IS_RESPONSIBLE', 'LINKED_TO_ANOTHER'],
      ...['AGREEMENT_REQUIRED', 'NOT_PROPOSED', 'RESPONSIBILITY_STAYS'],
      ...['AMEND_NOTICE', 'another destination', 'END_CIRCUMSTANCE', 'ALREADY_AGREED', 'RECORD_REVIEW', 'answered'],
      ...['UNKNOWN NOTIFY', 'UNKNOWN ACCEPT_RESPONSIBILITY', 'UNKNOWN WITHDRAW'],
    ];
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });
});

const sorted = (chains: ReadonlyMap<string, ResponsibilityChain>) =>
  [...chains].sort(([one], [other]) => (one < other ? -1 : 1));

/** The chains from what was recorded alone, whatever order it comes in: the hub's time puts it in order. */
function replayed(recorded: readonly Recorded[]): Hub {
  const hub = new Hub();
  const events: MovementEvent[] = [];
  const inOrder = recorded.toReversed().sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  for (const one of inOrder) {
    if ('confirms' in one) {
      hub.confirms(hub.movements.get(one.confirms)!, one.at);
      continue;
    }
    events.push(one.event);
    hub.records(foldEvents(events.filter(({ movement }) => movement === one.event.movement))!);
  }
  return hub;
}

/** A side's copy is the same movement, in whatever order its messages come, and however often. */
function checkCopy(movement: Movement) {
  const messages = messagesOf(movement);
  const copy = [...messages.toReversed(), ...messages].reduce(receive, EMPTY_INBOX);
  same(JSON.stringify(copy.movement), JSON.stringify(movement), 'a copy');
}
