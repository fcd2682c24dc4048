import * as fc from 'fast-check';
import { ConferenceOutcome } from '../conference-outcome';
import { HousingNoticePart } from '../housing-notice-part';
import { LegalStatus } from '../legal-status';
import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementSide } from '../movement-side';
import { OrganisationKind } from '../organisation-kind';
import { PlacementApprover } from '../placement-approver';
import { ReviewOutcome } from '../review-outcome';
import { SendingMeans } from '../sending-means';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';
import { clocksOf } from './clocks-of';
import { conferenceOf } from './conference-of';
import type { MovementClock } from './movement-clock';
import { responsibleAt, type Movement } from './movement';
import type { MovementEvent } from './movement-event';
import { awaitedSteps, nextSteps } from './next-steps';
import { organisationsOf } from './organisations-of';
import { shieldingSides } from './shielding';
import { EMPTY_INBOX, messagesOf, receive, type MovementMessage } from './movement-inbox';

/**
 * The state machine against a model of it, written by hand from the procedure and not from the table: for each state,
 * the letters of the side (O origin, D destination, E either), the move, and where it leads (`=` nowhere).
 */
const LAMBETH = 'E09000022';
const REDBRIDGE = 'E09000026';
const HAVERING = 'E09000016';
const HISTORIES = 10_000;

/** Also once it has ended: a number becomes known, that it has ended is to be sent and told, and a child has to be hidden. */
const AFTER =
  'E LINK_CHILD = · E RECORD_SENT_BY_HAND = · E RECORD_SHIELDING = · E RECORD_ORGANISATION_TOLD = · ' +
  'E RECORD_ORGANISATION_ACKNOWLEDGEMENT = · E DECIDE_NOT_TO_SHARE =';
const COMMON = 'D ACKNOWLEDGE = · E ESCALATE = · O AMEND_NOTICE = · E END_CIRCUMSTANCE = · ' + AFTER;
/** Facts of a missing child, also where that is a circumstance beside another procedure. */
const OF_THE_MISSING = 'E RECORD_RETURN = · E RECORD_RETURN_HOME_INTERVIEW =';
const OF_A_TRANSFER = 'O RECORD_STATUTORY_ORDER = · D BOOK_CONFERENCE =';
const BEFORE_AGREED = ['NOTIFIED', 'INFORMATION_SHARED', 'DISPUTED', 'RETURNED'];
const ENDS = 'O WITHDRAW WITHDRAWN · ' + COMMON;
/** What both have begun, both undo. */
const UNDONE = 'O PROPOSE_WITHDRAWAL = · D AGREE_WITHDRAWAL WITHDRAWN · ' + ENDS;
const TRANSFER: Record<string, string> = {
  NOTIFIED: `O SHARE_INFORMATION INFORMATION_SHARED · D RETURN_NOTICE RETURNED · D AGREE_TEMPORARY_STAY TEMPORARY_STAY · D BOOK_CONFERENCE = · O RECORD_STATUTORY_ORDER = · ${ENDS}`,
  INFORMATION_SHARED: `O SHARE_INFORMATION INFORMATION_SHARED · D ACCEPT ACCEPTED · D DISPUTE DISPUTED · D RETURN_NOTICE RETURNED · D AGREE_TEMPORARY_STAY TEMPORARY_STAY · D BOOK_CONFERENCE = · O RECORD_STATUTORY_ORDER = · ${ENDS}`,
  DISPUTED: `O SHARE_INFORMATION INFORMATION_SHARED · D ACCEPT ACCEPTED · D RETURN_NOTICE RETURNED · D AGREE_TEMPORARY_STAY TEMPORARY_STAY · O RECORD_STATUTORY_ORDER = · ${ENDS}`,
  RETURNED: `O SHARE_INFORMATION INFORMATION_SHARED · O RECORD_STATUTORY_ORDER = · ${ENDS}`,
  TEMPORARY_STAY: `O SHARE_INFORMATION = · O RECORD_REVIEW = · O BECOME_PERMANENT NOTIFIED · O CLOSE CLOSED · O RECORD_STATUTORY_ORDER = · ${UNDONE}`,
  ACCEPTED: `O SHARE_INFORMATION = · D HOLD_CONFERENCE CONFERENCE_HELD · D ACCEPT_RESPONSIBILITY RESPONSIBILITY_ACCEPTED · O CLOSE CLOSED · D BOOK_CONFERENCE = · O RECORD_STATUTORY_ORDER = · ${UNDONE}`,
  CONFERENCE_HELD: `O SHARE_INFORMATION = · D ACCEPT_RESPONSIBILITY RESPONSIBILITY_ACCEPTED · O CLOSE CLOSED · O RECORD_STATUTORY_ORDER = · ${UNDONE}`,
  RESPONSIBILITY_ACCEPTED: `O CLOSE CLOSED · ${COMMON}`,
  CLOSED: AFTER,
  WITHDRAWN: AFTER,
};
const PLACEMENT: Record<string, string> = {
  NOTIFIED: `O SHARE_INFORMATION INFORMATION_SHARED · O APPROVE_PLACEMENT = · O START_PLACEMENT PLACED · ${ENDS}`,
  INFORMATION_SHARED: `O SHARE_INFORMATION INFORMATION_SHARED · O APPROVE_PLACEMENT = · O START_PLACEMENT PLACED · ${ENDS}`,
  PLACED: `O SHARE_INFORMATION = · O RECORD_REVIEW = · O CLOSE CLOSED · ${COMMON}`,
  CLOSED: AFTER,
  WITHDRAWN: AFTER,
};
const MISSING: Record<string, string> = {
  NOTIFIED: `O SHARE_INFORMATION INFORMATION_SHARED · ${OF_THE_MISSING} · O CLOSE CLOSED · ${ENDS}`,
  INFORMATION_SHARED: `O SHARE_INFORMATION INFORMATION_SHARED · ${OF_THE_MISSING} · O CLOSE CLOSED · ${ENDS}`,
  CLOSED: AFTER,
  WITHDRAWN: AFTER,
};

interface Arrow {
  letter: string;
  move: string;
  to: string;
}

function arrows(texts: string): Arrow[] {
  return texts
    .split(' · ')
    .filter((text) => text !== '')
    .map((text) => {
      const [letter, move, to] = text.split(' ') as [string, string, string];
      return { letter, move, to };
    });
}

/** A placement and leaving care are notified by themselves. */
function mayStandBeside({ circumstances = [] }: MovementEvent['data']): boolean {
  return !circumstances.some((one) => ['LOOKED_AFTER_PLACEMENT', 'CARE_LEAVER'].includes(one));
}

/** A status that is an order keeps the origin responsible; one that is none does not. Of others nothing follows. */
function statusAgrees(legalStatus: string | undefined, isUnderOrder: boolean | undefined): boolean {
  const orders =
    /^(INTERIM_CARE|CARE|PLACEMENT|SUPERVISION|EMERGENCY_PROTECTION|CHILD_ASSESSMENT)_ORDER$|^POLICE_PROTECTION$/;
  const none = /^NONE$|^SECTION_20_ACCOMMODATION$|^SHORT_TERM_BREAKS$/;
  return !(isUnderOrder ? none : orders).test(legalStatus ?? '');
}

function isOfHousing({ category, circumstances = [] }: MovementEvent['data']): boolean {
  return [category as string, ...circumstances].includes('HOMELESSNESS_TEMPORARY_ACCOMMODATION');
}

/** Whether it says nothing that contradicts itself. */
function isSound(notice: MovementEvent['data']): boolean {
  const isHousing = isOfHousing(notice) || !notice.housingNoticeParts?.length;
  return mayStandBeside(notice) && statusAgrees(notice.legalStatus, notice.hasStatutoryOrder) && isHousing;
}

function procedureOf(category: string): Record<string, string> {
  return category === 'LOOKED_AFTER_PLACEMENT' ? PLACEMENT : category === 'MISSING' ? MISSING : TRANSFER;
}

/** What of a notice is amended also once both have agreed. */
const AMENDED_ANY_TIME = [
  ...['planning', 'movedOn', 'circumstances', 'legalStatus', 'reasonForMove', 'interimProtection'],
  ...['lastSeenOn', 'nextVisitOn', 'toTell', 'housingNoticeParts'],
];

/** What the model remembers: words and numbers, no history. */
class Model {
  state: string | null = null;
  procedure = TRANSFER;
  since = 0;
  noticed = 0;
  recorded = 0;
  isTemporary = false;
  isUnderOrder = false;
  isAtDistance = false;
  isEmergency = false;
  wasShared = false;
  isApproved = false;
  hasReturned = false;
  isCareLeaver = false;
  /** How often a stay or a placement began, or was reviewed: each time the clock of the next review is another. */
  reviews = 0;
  /** The state in which the origin last proposed to withdraw. */
  proposedIn: string | null = null;
  /** The number that the child was linked to. */
  linkedTo: string | null = null;
  /** The sides that shield the child. */
  readonly shields = new Set<string>();
  /** The organisations that each side has told, as `ORIGIN SCHOOL`, and whether they have acknowledged it. */
  readonly told = new Map<string, boolean>();
  /** The day for which the conference is booked, and what it decided once it was held. */
  booked: string | null = null;
  decided: string | null = null;
  /** The messages of each side's own steps. */
  readonly own: Record<MovementSide, string[]> = { ORIGIN: [], DESTINATION: [] };
  /** The instant from which the destination is responsible. */
  passedAt = Infinity;

  /** What the notice says, as amended. */
  notice: MovementEvent['data'] = {};
  /** Circumstances that last, the category among them. */
  lasting = new Set<string>();

  allowed(): Arrow[] {
    if (this.state === null) return [{ letter: 'O', move: 'NOTIFY', to: 'NOTIFIED' }];
    const own = this.procedure[this.state]!;
    if (own === AFTER) return arrows(own);
    const beside = [...this.lasting].map((category) => procedureOf(category));
    return [
      ...arrows(own),
      ...(beside.includes(MISSING) && this.procedure !== MISSING ? arrows(OF_THE_MISSING) : []),
      ...(beside.includes(TRANSFER) && this.procedure !== TRANSFER && this.state !== 'PLACED'
        ? arrows(OF_A_TRANSFER)
        : []),
    ];
  }

  /** Whether a time limit is one of this movement now. */
  isLimitedBy(code: ProcedureRuleCode): boolean {
    const isOf = (...categories: string[]) => categories.some((category) => this.lasting.has(category));
    const limits: Record<ProcedureRuleCode, boolean> = {
      TRANSFER_IN_CONFERENCE: !this.isTemporary && isOf('CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN'),
      INFORMATION_ON_UNPLANNED_MOVE:
        this.notice.planning === 'UNPLANNED' &&
        isOf('CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN', 'SECTION_47_ENQUIRY', 'ASSESSMENT'),
      EMERGENCY_PLACEMENT_NOTICE: this.isEmergency && isOf('LOOKED_AFTER_PLACEMENT'),
      RETURN_HOME_INTERVIEW: isOf('MISSING'),
      HOUSING_NOTICE: isOf('HOMELESSNESS_TEMPORARY_ACCOMMODATION'),
      STAY_REVIEW: this.state === 'TEMPORARY_STAY',
      PLACEMENT_REVIEW: this.state === 'PLACED',
      ACKNOWLEDGEMENT: true,
      // An answer that an authority owes is no step of a movement.
      ...{ ARRIVAL_ANSWER: false, CLAIM_ANSWER: false },
    };
    return limits[code];
  }

  /** Whether the move is one, and if so makes it. */
  takes(event: MovementEvent): boolean {
    const { move, side, data } = event;
    const occurred = Date.parse(event.occurredAt);
    const recorded = Date.parse(event.recordedAt);
    const arrow = this.allowed().find((one) => one.move === (move as string));
    if (!arrow || (arrow.letter !== 'E' && arrow.letter !== side[0])) return false;
    if (event.authority !== (side === MovementSide.ORIGIN ? LAMBETH : (this.notice.destination ?? REDBRIDGE)))
      return false;
    if (this.state !== null && recorded < this.recorded - 30_000) return false;
    const bound = this.state === null ? -Infinity : arrow.to === '=' ? this.noticed : this.since;
    if (occurred < bound - 30_000) return false;
    switch (move as string) {
      case 'NOTIFY':
        if (!isSound(data)) return false;
        if (data.isShielded) this.shields.add(side);
        this.noticed = occurred;
        this.isUnderOrder = data.hasStatutoryOrder!;
        this.says(data);
        break;
      case 'AMEND_NOTICE':
        if (!this.amends(data, occurred)) return false;
        this.recorded = recorded;
        this.own.ORIGIN.push(event.id);
        return true;
      case 'END_CIRCUMSTANCE':
        if (data.circumstance === this.notice.category || !this.lasting.delete(data.circumstance!)) return false;
        this.notice.circumstances = this.notice.circumstances!.filter((one) => one !== data.circumstance);
        if (!isOfHousing(this.notice)) this.notice.housingNoticeParts = [];
        break;
      case 'ACKNOWLEDGE':
        this.saysShielded(side, data);
        break;
      case 'RECORD_SHIELDING':
        if (!data.isShielded && !this.shields.has(side)) return false;
        this.saysShielded(side, data);
        break;
      case 'RECORD_ORGANISATION_TOLD':
        this.told.set(`${side} ${data.organisation}`, false);
        break;
      case 'RECORD_ORGANISATION_ACKNOWLEDGEMENT':
        if (!this.told.has(`${side} ${data.organisation}`)) return false;
        this.told.set(`${side} ${data.organisation}`, true);
        break;
      case 'BOOK_CONFERENCE':
        this.booked = data.conferenceOn!;
        break;
      case 'HOLD_CONFERENCE':
        this.decided = data.conferenceOutcome!;
        break;
      case 'AGREE_TEMPORARY_STAY':
        if (!this.isTemporary) return false;
        this.reviews++;
        break;
      case 'RECORD_REVIEW':
        if (data.outcome !== 'IS_TO_END' && !data.nextReviewOn) return false;
        this.reviews++;
        break;
      case 'BECOME_PERMANENT':
        this.isTemporary = false;
        this.notice.permanence = MovementPermanence.PERMANENT;
        break;
      case 'RECORD_STATUTORY_ORDER':
        if (!statusAgrees(data.legalStatus ?? this.notice.legalStatus, data.hasStatutoryOrder)) return false;
        this.isUnderOrder = this.notice.hasStatutoryOrder = data.hasStatutoryOrder!;
        if (data.legalStatus) this.notice.legalStatus = data.legalStatus;
        break;
      case 'SHARE_INFORMATION':
        this.wasShared = true;
        break;
      case 'APPROVE_PLACEMENT':
        if (this.isAtDistance && data.approver !== 'DIRECTOR_OF_CHILDRENS_SERVICES') return false;
        if (this.isAtDistance && !this.isEmergency && !this.wasShared) return false;
        this.isApproved = true;
        break;
      case 'START_PLACEMENT':
        if (!this.isApproved) return false;
        this.reviews++;
        break;
      case 'RECORD_RETURN':
        this.hasReturned = true;
        break;
      case 'RECORD_RETURN_HOME_INTERVIEW':
        if (!this.hasReturned) return false;
        break;
      case 'RECORD_SENT_BY_HAND':
        if (!data.sends!.every((id) => this.own[side].includes(id))) return false;
        break;
      case 'PROPOSE_WITHDRAWAL':
        this.proposedIn = this.state;
        break;
      case 'AGREE_WITHDRAWAL':
        if (this.proposedIn !== this.state) return false;
        break;
      case 'LINK_CHILD':
        if (![null, data.childPseudonym].includes(this.linkedTo)) return false;
        this.linkedTo = data.childPseudonym!;
        break;
      case 'WITHDRAW':
        if (['ACCEPTED', 'CONFERENCE_HELD', 'TEMPORARY_STAY'].includes(this.state!)) return false;
        break;
      case 'CLOSE':
        if (['ACCEPTED', 'CONFERENCE_HELD'].includes(this.state!) && !this.isCareLeaver) return false;
        break;
      case 'ACCEPT_RESPONSIBILITY':
        if (this.isCareLeaver) return false;
        if (this.isUnderOrder || (this.lasting.has('CHILD_PROTECTION_PLAN') && this.state === 'ACCEPTED')) return false;
        this.passedAt = Math.max(recorded, this.noticed);
        break;
    }
    if (arrow.to !== '=') {
      this.state = arrow.to;
      this.since = move === MovementMove.NOTIFY ? occurred : Math.max(occurred, this.since);
    }
    if (move !== MovementMove.RECORD_SENT_BY_HAND) this.own[side].push(event.id);
    this.recorded = recorded;
    return true;
  }

  /** What is amended: nothing that is agreed; another destination or procedure is notified by it. */
  private amends(data: MovementEvent['data'], occurred: number): boolean {
    const { reason: _, ...said } = data;
    const circumstances = [...new Set([...(this.notice.circumstances ?? []), ...(said.circumstances ?? [])])];
    const after = { ...this.notice, ...said, circumstances } as Record<string, unknown>;
    const idle = !said.housingNoticeParts && !isOfHousing(after) && this.notice.housingNoticeParts?.length;
    if (idle) after.housingNoticeParts = [];
    const was = this.notice as Record<string, unknown>;
    const changed = Object.keys(after).filter(
      (part) => JSON.stringify(after[part]) !== JSON.stringify(was[part] ?? []),
    );
    if (changed.length === 0 || !isSound(after)) return false;
    const isAgreed = changed.some((part) => !AMENDED_ANY_TIME.includes(part));
    if (isAgreed && !BEFORE_AGREED.includes(this.state!)) return false;
    const { procedure, notice } = this;
    this.says(after);
    if (this.notice.destination !== notice.destination || this.notice.distance !== notice.distance)
      this.isApproved = false;
    if (this.procedure !== procedure) this.isApproved = false;
    if (this.notice.destination !== notice.destination) {
      this.wasShared = false;
      this.booked = null;
      for (const one of [...this.told.keys()]) if (one.startsWith('DESTINATION')) this.told.delete(one);
    }
    if (this.notice.destination !== notice.destination || this.procedure !== procedure) {
      this.state = 'NOTIFIED';
      this.since = Math.max(occurred, this.since);
    }
    return true;
  }

  private saysShielded(side: string, { isShielded }: MovementEvent['data']) {
    if (isShielded) this.shields.add(side);
    else this.shields.delete(side);
  }

  private says(data: MovementEvent['data']) {
    const category = data.category as string;
    if (this.notice.category !== category) this.lasting.delete(this.notice.category!);
    for (const one of [category, ...(data.circumstances ?? [])]) this.lasting.add(one);
    this.notice = { ...data };
    this.procedure = procedureOf(category);
    this.isCareLeaver = category === 'CARE_LEAVER';
    this.isTemporary = data.permanence === 'TEMPORARY';
    this.isAtDistance = data.distance === 'AT_A_DISTANCE';
    this.isEmergency = data.isEmergency!;
  }
}

/** What is drawn for a step. Most steps follow the model, so that histories get far; the rest try anything. */
const step = fc.record({
  isWild: fc.nat(3).map((n) => n === 0),
  pick: fc.nat(1_000),
  move: fc.constantFrom(...Object.values(MovementMove)),
  side: fc.constantFrom(...Object.values(MovementSide)),
  authority: fc.constantFrom(LAMBETH, REDBRIDGE, HAVERING),
  minutes: fc.nat(3 * 24 * 60),
  back: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(120) }),
  told: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6 * 60) }),
  yes: fc.boolean(),
  amends: fc.record(
    {
      category: fc.constantFrom(...Object.values(MovementCategory)),
      destination: fc.constantFrom(REDBRIDGE, HAVERING),
      permanence: fc.constantFrom('PERMANENT', 'TEMPORARY', 'NOT_SAID'),
      planning: fc.constantFrom('PLANNED', 'UNPLANNED'),
      distance: fc.constantFrom('OUT_OF_AREA', 'AT_A_DISTANCE'),
      movedOn: fc.constantFrom('2026-03-02', '2026-03-03'),
      circumstances: fc.uniqueArray(fc.constantFrom(...Object.values(MovementCategory)), { maxLength: 2 }),
      legalStatus: fc.constantFrom(...Object.values(LegalStatus)),
      reasonForMove: fc.constantFrom('A house was offered.', 'The tenancy ended.'),
      lastSeenOn: fc.constantFrom('2026-03-01', '2026-03-02'),
      toTell: fc.uniqueArray(fc.constantFrom(...Object.values(OrganisationKind)), { maxLength: 3 }),
      housingNoticeParts: fc.uniqueArray(fc.constantFrom(...Object.values(HousingNoticePart)), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  legalStatus: fc.option(fc.constantFrom(...Object.values(LegalStatus)), { nil: undefined }),
  organisation: fc.constantFrom(...Object.values(OrganisationKind)),
  conferenceOn: fc.constantFrom('2026-03-16', '2026-03-17'),
  conferenceOutcome: fc.constantFrom(...Object.values(ConferenceOutcome)),
  circumstance: fc.nat(9),
  isDirector: fc.boolean(),
});
const notice = fc.record({
  category: fc.constantFrom(...Object.values(MovementCategory)),
  permanence: fc.constantFrom('PERMANENT', 'TEMPORARY', 'NOT_SAID'),
  distance: fc.constantFrom('OUT_OF_AREA', 'AT_A_DISTANCE'),
  planning: fc.constantFrom('PLANNED', 'UNPLANNED'),
  isEmergency: fc.boolean(),
  circumstances: fc.uniqueArray(
    fc.constantFrom('MISSING', 'SECTION_47_ENQUIRY', 'CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN'),
    { maxLength: 2 },
  ),
  legalStatus: fc.constantFrom(undefined, undefined, LegalStatus.OTHER, LegalStatus.SECTION_20_ACCOMMODATION),
  toTell: fc.uniqueArray(fc.constantFrom(...Object.values(OrganisationKind)), { maxLength: 3 }),
  isShielded: fc.boolean(),
});
const seed = fc.nat(2 ** 31 - 1);
const START = Date.parse('2026-03-02T09:00:00Z');

const NOTICE: MovementEvent['data'] = {
  origin: LAMBETH,
  destination: REDBRIDGE,
  becameAwareAt: new Date(START - 3_600_000).toISOString(),
  placementStartsOn: '2026-03-02',
  accommodationAvailableOn: '2026-03-02',
};
const LATER: MovementEvent['data'] = {
  transferPack: [{ title: 'Chronology', sha256: '0' }],
  reason: 'As agreed by telephone.',
  confirmation: 'letter:1',
  withheld: 'Where the family lives.',
};
/** Two numbers that a child may be said to have. */
const NUMBERS = ['p1:1:number', 'p1:1:other-number'];

type Drawn = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type DrawnNotice = typeof notice extends fc.Arbitrary<infer Value> ? Value : never;

/** Everything that a move may have to say: what it does not ask for changes nothing. */
function saidBy(drawn: Drawn, move: MovementMove, about: DrawnNotice, own: readonly string[]): MovementEvent['data'] {
  const { yes, isDirector, amends, pick, organisation, conferenceOn, conferenceOutcome } = drawn;
  const hasStatutoryOrder = yes && isDirector;
  if (move === MovementMove.NOTIFY) return { ...NOTICE, ...about, hasStatutoryOrder } as MovementEvent['data'];
  if (move === MovementMove.AMEND_NOTICE) return { reason: 'Misspelt.', ...amends } as MovementEvent['data'];
  const circumstance = Object.values(MovementCategory)[drawn.circumstance]!;
  const approver = isDirector ? PlacementApprover.DIRECTOR_OF_CHILDRENS_SERVICES : PlacementApprover.NOMINATED_OFFICER;
  const returned = move === MovementMove.RECORD_RETURN ? { returnedAt: NOTICE.becameAwareAt! } : {};
  const childPseudonym = NUMBERS[yes ? 0 : 1]!;
  const sends = [own[pick % own.length] ?? 'message:0', ...(yes && isDirector ? [`message:${pick % 24}`] : [])];
  const sent =
    move === MovementMove.RECORD_SENT_BY_HAND ? { sends, means: SendingMeans.POST, evidence: 'letter:2' } : {};
  const legalStatus = move === MovementMove.RECORD_STATUTORY_ORDER ? { legalStatus: drawn.legalStatus } : {};
  const outcome = Object.values(ReviewOutcome)[pick % 3]!;
  const review = { outcome, ...(yes && { nextReviewOn: isDirector ? '2026-03-09' : '2026-04-09' }) };
  return {
    ...{ ...LATER, ...returned, ...sent, ...review, ...legalStatus, hasStatutoryOrder, approver, circumstance },
    ...{ childPseudonym, organisation, conferenceOn, conferenceOutcome, isShielded: yes },
  } as MovementEvent['data'];
}

function eventOf(drawn: Drawn, about: DrawnNotice, model: Model, number: number, clock: number): MovementEvent {
  const choices = model.allowed();
  const choice = drawn.isWild || choices.length === 0 ? null : choices[drawn.pick % choices.length]!;
  const side = choice
    ? ({ O: MovementSide.ORIGIN, D: MovementSide.DESTINATION, E: drawn.side }[choice.letter] as MovementSide)
    : drawn.side;
  const move = (choice?.move as MovementMove | undefined) ?? drawn.move;
  const recorded = clock - drawn.back * 1_000;
  return {
    id: `message:${number}`,
    movement: 'movement:1',
    move,
    side,
    authority: choice
      ? side === MovementSide.ORIGIN
        ? LAMBETH
        : (model.notice.destination ?? REDBRIDGE)
      : drawn.authority,
    person: 'person:1',
    role: 'duty-team',
    recordedAt: new Date(recorded).toISOString(),
    occurredAt: new Date(recorded - drawn.told * 60_000).toISOString(),
    data: saidBy(drawn, move, about, model.own[side]),
  };
}

/** As `expect` does, which is too slow for so many. */
function same<Value>(is: Value, should: Value, what: string) {
  if (is !== should) throw new Error(`Of ${what}: is ${String(is)}, and should be ${String(should)}.`);
}

/** Numbers below 2³¹ that follow from a first: for what needs no shrinking. */
function numbersFrom(first: number): () => number {
  let last = first;
  return () => (last = (last * 48_271 + 11) % 2_147_483_647);
}

function mixed<Item>(items: readonly Item[], draw: () => number): Item[] {
  return [...items, ...items.filter(() => draw() % 3 === 0)]
    .map((item) => ({ item, key: draw() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function checkResponsibility(movement: Movement, model: Model, draw: () => number) {
  const last = Date.parse(movement.history.at(-1)!.event.recordedAt) + 60_000;
  const instants = [model.noticed, model.passedAt - 1, model.passedAt, last, model.noticed + draw() * 1_000];
  for (const at of instants.filter((one) => Number.isFinite(one) && one >= model.noticed)) {
    const holding = movement.responsibility.filter(
      ({ from, until }) => Date.parse(from) <= at && (until === null || at < Date.parse(until)),
    );
    same(holding.length, 1, 'authorities responsible');
    const authority = at < model.passedAt ? LAMBETH : model.notice.destination!;
    same(holding[0]!.authority, authority, 'the authority responsible');
    same(responsibleAt(movement.responsibility, new Date(at).toISOString()), holding[0]!.authority, 'the answer');
  }
}

/** Who shields, who was told and has acknowledged it, and how the conference stands. */
function checkFacts(movement: Movement, model: Model) {
  same(shieldingSides(movement).sort().join(), [...model.shields].sort().join(), 'the sides that shield');
  const asked = Object.values(MovementSide).flatMap((side) =>
    (model.notice.toTell ?? []).map((kind): [string, string] => [`${side} ${kind}`, 'untold']),
  );
  const told = [...model.told].map(([one, knows]): [string, string] => [one, knows ? 'knows' : 'told']);
  const should = [...new Map([...asked, ...told])].map((one) => one.join(' ')).sort();
  const is = organisationsOf(movement).map(({ side, kind, toldAt, acknowledgedAt }) =>
    [side, kind, acknowledgedAt ? 'knows' : toldAt ? 'told' : 'untold'].join(' '),
  );
  same(is.sort().join(), should.join(), 'organisations');
  const { bookedFor = null, outcome = null } = conferenceOf(movement) ?? {};
  same(`${bookedFor} ${outcome}`, `${model.booked} ${model.decided}`, 'the conference');
  same<string | undefined>(movement.notice.legalStatus, model.notice.legalStatus, 'the legal status');
}

const STARTS: Record<ProcedureRuleCode, ProcedureRuleStart> = {
  TRANSFER_IN_CONFERENCE: ProcedureRuleStart.NOTIFICATION,
  INFORMATION_ON_UNPLANNED_MOVE: ProcedureRuleStart.AWARENESS,
  EMERGENCY_PLACEMENT_NOTICE: ProcedureRuleStart.PLACEMENT_START,
  RETURN_HOME_INTERVIEW: ProcedureRuleStart.RETURN,
  HOUSING_NOTICE: ProcedureRuleStart.ACCOMMODATION_AVAILABLE,
  STAY_REVIEW: ProcedureRuleStart.REVIEW,
  PLACEMENT_REVIEW: ProcedureRuleStart.REVIEW,
  ACKNOWLEDGEMENT: ProcedureRuleStart.NOTIFICATION,
  ARRIVAL_ANSWER: ProcedureRuleStart.ASKED,
  CLAIM_ANSWER: ProcedureRuleStart.ASKED,
};
/** One rule a code, and another from the third day on: a clock keeps the one that it started under. */
const RULES = Object.values(ProcedureRuleCode).flatMap((code): ClockRule[] => {
  const procedureId = MOVEMENT_PROCEDURE;
  const rule = {
    code,
    procedureId,
    unit: ProcedureRuleUnit.HOURS,
    startsAt: STARTS[code],
    countsStartDay: false,
    validTo: null,
  };
  return [
    { ...rule, id: `${code}:1`, amount: 60, validFrom: null },
    { ...rule, id: `${code}:2`, amount: 30, validFrom: '2026-03-05' },
  ];
});

/** Every clock that was ever started is still there, as it started, and says how it stands. */
function checkClocks(movement: Movement, model: Model, known: Map<string, MovementClock>, now: number) {
  const clocks = clocksOf(movement, RULES, new Date(now));
  const keyOf = ({ code }: MovementClock) => (code.endsWith('_REVIEW') ? `${code} ${model.reviews}` : code);
  // The clock of a review that was held has done its work.
  for (const [key, { code }] of known)
    if (code.endsWith('_REVIEW') && !key.endsWith(` ${model.reviews}`)) known.delete(key);
  for (const clock of clocks) if (clock.startedAt !== null && !known.has(keyOf(clock))) known.set(keyOf(clock), clock);
  const hasEnded = movement.state === 'CLOSED' || movement.state === 'WITHDRAWN';
  for (const before of known.values()) {
    const clock = clocks.find(({ code }) => code === before.code);
    if (!clock) throw new Error(`The clock ${before.code} is lost.`);
    same(`${clock.rule} ${clock.startedAt} ${clock.dueAt}`, `${before.rule} ${before.startedAt} ${before.dueAt}`, 'it');
    const isOver = (hasEnded && Date.parse(movement.since) <= now) || !model.isLimitedBy(clock.code);
    same(clock.stoppedAt !== null, isOver && clock.metAt === null, `whether ${clock.code} is stopped`);
    const end = clock.metAt ?? clock.stoppedAt;
    const isLate = (end === null ? now : Date.parse(end)) > Date.parse(clock.dueAt!);
    same<string>(clock.state, isLate ? 'LATE' : clock.metAt ? 'MET' : end ? 'STOPPED' : 'RUNNING', clock.code);
  }
}

/** What is awaited may be done, and something is, until the movement has ended or the placement lasts. */
function checkAwaited(movement: Movement, model: Model, now: number) {
  const allowed = model.allowed();
  const next = nextSteps(movement);
  for (const { move } of next)
    same(
      allowed.some((one) => one.move === (move as string)),
      true,
      `whether ${move} may follow`,
    );
  const awaited = awaitedSteps(movement, clocksOf(movement, RULES, new Date(now)));
  const lasts = ['CLOSED', 'WITHDRAWN', 'PLACED'].includes(movement.state);
  same(awaited.length > 0 || lasts, true, `whether something is awaited in ${movement.state}`);
  const onward = awaited.filter(({ clock }) => clock === null);
  for (const { move, side } of onward)
    same(
      next.some((one) => one.move === move && (one.side === null || one.side === side)),
      true,
      `whether ${move} of ${side}, awaited, is next`,
    );
}

describe(`a movement, in ${HISTORIES} random histories`, () => {
  const reached = new Set<string>();

  it('is what the model says: no other move, one authority responsible at every instant, no clock lost, the same however replayed', () => {
    fc.assert(
      fc.property(notice, fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }), seed, (about, steps, from) => {
        const draw = numbersFrom(from);
        const model = new Model();
        let inbox = EMPTY_INBOX;
        let clock = START;
        const sent: MovementMessage[] = [];
        const clocks = new Map<string, MovementClock>();
        for (const [number, drawn] of steps.entries()) {
          clock += drawn.minutes * 60_000;
          const event = eventOf(drawn, about, model, number, clock);
          const before = inbox.movement;
          const message = { event, after: before?.history.at(-1)?.event.id ?? null };
          inbox = receive(inbox, message);
          sent.push(message);
          const isTaken = model.takes(event);
          const isBeside = event.move === MovementMove.RECORD_SENT_BY_HAND;
          const isNext = before === null || isBeside || nextSteps(before).some((one) => one.move === event.move);
          if (isTaken) same(isNext, true, `whether ${event.move} was to come next`);
          same(inbox.movement !== before, isTaken, `${event.side} ${event.move} from ${before?.state}`);
          same<string | null>(inbox.movement?.state ?? null, model.state, 'the state');
          if (inbox.movement && isTaken) checkFacts(inbox.movement, model);
          if (inbox.movement && isTaken) checkAwaited(inbox.movement, model, clock);
          if (inbox.movement && isTaken) checkClocks(inbox.movement, model, clocks, clock);
        }
        const { movement } = inbox;
        if (!movement) return;
        reached.add(movement.state);
        checkResponsibility(movement, model, draw);
        for (const days of [1, 40]) checkClocks(movement, model, clocks, clock + days * 86_400_000);
        same(mixed(sent, draw).reduce(receive, inbox), inbox, 'the inbox after all once more');
        const copy = mixed(messagesOf(movement), draw).reduce(receive, EMPTY_INBOX);
        same(JSON.stringify(copy.movement), JSON.stringify(movement), 'a copy');
        same(copy.held.length + copy.refused.length, 0, 'what a copy holds back');
      }),
      { numRuns: HISTORIES },
    );
  });

  it('came to every state there is', () => {
    expect([...reached].sort()).toEqual(
      [...new Set([TRANSFER, PLACEMENT, MISSING].flatMap((procedure) => Object.keys(procedure)))].sort(),
    );
  });
});
