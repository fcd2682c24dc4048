import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  ADJOINING_AUTHORITIES,
  EMPTY_CHAIN,
  foldEvents,
  fromDayNumber,
  HousingNoticePart,
  LegalStatus,
  MovementCategory,
  MovementPermanence,
  MovementPlanning,
  OrganisationKind,
  outOfBounds,
  PlacementDistance,
  toDayNumber,
  todayInLondon,
  type ClockRule,
  type MovementEvent,
  type ResponsibilityChain,
  type SentMessage,
} from '@hub/contract';
import { definePartnership } from '@hub/partnership';
import { settleMessage } from '../../subgraphs/london-scp/src/movements/exchange/settle-message';
import { readMoveData } from '../../subgraphs/london-scp/src/movements/exchange/read-move-data';
import { clockRows } from '../../subgraphs/london-scp/src/movements/store/rows-of-movement';
import { readProcedures } from '../../subgraphs/london-scp/src/procedures/procedure-files';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';
import { requestIdentityOf } from '../support/request-identities';
import { unissuedNumber } from '../support/unissued-number';

const RUNS = Number(process.env['NOTICES_AT_HOME'] ?? 300);
/** Guards against waiting for ever. */
const PATIENCE_MS = 300_000 + RUNS * 300;
const COVERS = ['E09000013', 'E09000020'];
const partnership = 'tri-borough';
const purpose = 'CROSS_BOUNDARY_MOVEMENT' as const;
const duty = requestIdentityOf('duty-team', { organisation: COVERS[0]!, partnership, purpose, isAtHome: true });

let home: OpenSubgraph;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../subgraphs/tri-borough/facts');
  home = await openSubgraph(
    definePartnership({ id: partnership, typeName: 'TriBoroughPartnership', localAuthorities: COVERS, factsFolder }),
    { demo: false },
  );
  // What is written is looked at and thrown away: no try waits for the disk.
  await home.dataSource.query('SET synchronous_commit = off');
});
afterAll(() => home?.close());

const rules: readonly ClockRule[] = readProcedures().rules;
const directory = { rules, partnershipOf: (code: string) => (COVERS.includes(code) ? partnership : null) };

/** What the hub has of a movement. */
interface AtTheHub {
  events: MovementEvent[];
  chain: ResponsibilityChain;
  child: string | null;
}

/** What the hub makes of the next message of a movement, of whose child it knows no other. */
function atTheHub({ events, chain, child }: AtTheHub, { event, after }: SentMessage) {
  const read = readMoveData(JSON.stringify(event.data));
  if (!('data' in read)) return { refusal: read };
  const sent = { event: { ...event, data: read.data }, after };
  const linked = { isLinked: false, children: new Map() };
  const known = { events, chain, child, childLastAt: events.at(-1)?.recordedAt ?? null, others: [], linked };
  const state = { now: new Date(), isSynthetic: false, unrecorded: [], before: null, ...known };
  const settled = settleMessage(state, { sender: partnership, sent }, directory);
  const recorded = settled.movement?.history.map((step) => step.event) ?? [];
  // What it holds it has not recorded, and home has nothing that would come before it.
  const isHeld = recorded.every(({ id }) => id !== event.id);
  const refusal = outOfBounds(sent) ?? settled.refused.get(event.id) ?? (isHeld ? 'held' : null);
  return { refusal, known: { events: recorded, chain: settled.chain, child: settled.child } };
}

const today = toDayNumber(todayInLondon());
const usually = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const dayAround = (least: number, most: number) =>
  usually(
    fc.integer({ min: today + least, max: today + most }),
    fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('2150-12-31') }),
  ).map(fromDayNumber);
const instantOf = (day: fc.Arbitrary<string>) =>
  fc.tuple(day, fc.constantFrom('00:00:00Z', '09:30:00.5Z', '23:59:59.999Z')).map(([date, time]) => `${date}T${time}`);
const text = usually(fc.constant('The family was offered a house.'), fc.string({ unit: 'binary', maxLength: 1100 }));
const authority = fc.constantFrom(
  ...ADJOINING_AUTHORITIES.keys(),
  'E10000012',
  'S12000036',
  'E09000099',
  'E09000034',
  ...['x', 'ABROAD:FR', 'ABROAD:XX', 'UNKNOWN'],
);

const LONDON = [...ADJOINING_AUTHORITIES.keys()];
const ESSEX = 'E10000012';
const circumstances = fc.subarray(Object.values(MovementCategory), { maxLength: 3 });
/** What a notice says of the move, and an amendment may say anew. */
const details = {
  circumstances: usually(fc.constant<MovementCategory[]>([]), circumstances),
  category: fc.constantFrom(...Object.values(MovementCategory)),
  destination: usually(fc.constantFrom(...LONDON, ESSEX, 'ABROAD:IE'), authority),
  destinationName: usually(fc.constant('Essex'), text),
  permanence: fc.constantFrom(...Object.values(MovementPermanence)),
  planning: fc.constantFrom(...Object.values(MovementPlanning)),
  hasStatutoryOrder: fc.boolean(),
  becameAwareAt: instantOf(dayAround(-265, -1)),
  movedOn: dayAround(-265, 85),
  distance: fc.constantFrom(...Object.values(PlacementDistance)),
  isEmergency: fc.boolean(),
  placementStartsOn: dayAround(-265, 85),
  accommodationAvailableOn: dayAround(-265, 0),
  expectedOn: dayAround(-20, 270),
  reason: text,
  legalStatus: usually(fc.constant<LegalStatus>(LegalStatus.OTHER), fc.constantFrom(...Object.values(LegalStatus))),
  reasonForMove: text,
  interimProtection: text,
  lastSeenOn: dayAround(-90, -21),
  nextVisitOn: dayAround(-21, 60),
  toTell: fc.subarray(Object.values(OrganisationKind)),
  housingNoticeParts: usually(fc.constant<HousingNoticePart[]>([]), fc.subarray(Object.values(HousingNoticePart))),
  transferPack: usually(fc.constantFrom('a'.repeat(64), 'A'.repeat(64)), fc.constant('a')).map((sha256) => [
    { title: 'Plan', sha256 },
  ]),
};
const MAY_BE_LEFT_OUT = [
  ...(['movedOn', 'accommodationAvailableOn', 'reason', 'transferPack', 'occurredAt'] as const),
  ...(['legalStatus', 'reasonForMove', 'interimProtection', 'lastSeenOn', 'nextVisitOn'] as const),
  ...(['toTell', 'housingNoticeParts', 'isShielded', 'siblingReferences'] as const),
] as const;

/** How a child is named: by a number, by a reference, or by one before its birth. */
const children = fc.record({
  kind: fc.constantFrom('NUMBERED', 'UNNUMBERED', 'UNBORN'),
  dateOfBirth: dayAround(-17 * 365, -300),
  hasSiblings: fc.boolean(),
});
const notices = fc
  .record({
    ...details,
    circumstances,
    origin: usually(fc.constant(COVERS[0]!), authority),
    isNear: usually(fc.constant(null), fc.boolean()),
    isShielded: fc.boolean(),
    siblingReferences: usually(fc.constant<string[]>(['S-1']), fc.constant<string[]>(['S-1', ' S-1'])),
    occurredAt: instantOf(dayAround(-20, -1)),
    onBehalf: usually(fc.constant(false), fc.boolean()),
    isArriving: fc.boolean(),
    from: fc.constantFrom('UNKNOWN', 'ABROAD:FR', 'ABROAD:XX', ESSEX),
    said: fc.subarray([...MAY_BE_LEFT_OUT]),
  })
  .map(({ isNear, said, isArriving, from, ...going }) => {
    const arriving = { origin: from, destination: COVERS[0]!, onBehalf: true, evidence: 'Letter of 3 March.' };
    const notice = { ...going, ...(isArriving && arriving) };
    const isNeighbour = ADJOINING_AUTHORITIES.get(notice.origin)?.includes(notice.destination) ?? false;
    const distance = (isNear ?? isNeighbour) ? PlacementDistance.OUT_OF_AREA : PlacementDistance.AT_A_DISTANCE;
    const leftOut = MAY_BE_LEFT_OUT.filter((field) => !said.includes(field));
    return Object.fromEntries(
      Object.entries({ ...notice, distance }).filter(([field]) => !leftOut.includes(field as never)),
    );
  });
/** A few things at a time, as a person puts something right. */
const amendments = fc
  .record({
    ...details,
    occurredAt: instantOf(dayAround(-20, -1)),
    said: fc.subarray([...Object.keys(details), 'occurredAt'], { minLength: 1, maxLength: 4 }),
    evidence: usually(fc.constant('Letter of 4 March.'), text),
  })
  .map(({ said, evidence, reason, ...all }) => ({
    ...Object.fromEntries(Object.entries(all).filter(([field]) => said.includes(field))),
    ...{ reason, evidence },
  }));
const steps = fc.record({
  move: fc.constantFrom(
    ...['END_CIRCUMSTANCE', 'SHARE_INFORMATION', 'WITHDRAW', 'ESCALATE', 'RECORD_STATUTORY_ORDER'],
    ...['RECORD_SHIELDING', 'DECIDE_NOT_TO_SHARE', 'RECORD_ORGANISATION_TOLD', 'RECORD_ORGANISATION_ACKNOWLEDGEMENT'],
  ),
  isShielded: fc.boolean(),
  withheld: text,
  organisation: fc.constantFrom(...Object.values(OrganisationKind)),
  circumstance: fc.constantFrom(...Object.values(MovementCategory)),
  hasStatutoryOrder: fc.boolean(),
  transferPack: details.transferPack,
  reason: text,
});
const arrivals = fc.record({ arrivedOn: dayAround(-265, 1), origin: authority });

/** Each try is about children of its own, so that none is known before. */
let numbers = 0;
function childOf({ kind, dateOfBirth, hasSiblings }: { kind: string; dateOfBirth: string; hasSiblings: boolean }) {
  const [nhsNumber, sibling, apart] = [unissuedNumber(numbers++), unissuedNumber(numbers++), unissuedNumber(numbers++)];
  const named = kind === 'NUMBERED' ? { nhsNumber } : { localReference: `M-${numbers}` };
  return {
    ...{ ...named, ...(kind !== 'UNBORN' && { dateOfBirth }) },
    ...(hasSiblings && { siblings: [sibling], siblingsApart: [apart] }),
  };
}

const MUTATIONS = {
  recordArrival: 'RecordArrivalInput',
  notifyMovement: 'NotifyMovementInput',
  amendNotice: 'AmendNoticeInput',
  takeMovementStep: 'TakeMovementStepInput',
};

/** What home makes of it: the movement, and the message for the hub where there is one. */
async function atHome(name: keyof typeof MUTATIONS, input: object) {
  const id = randomUUID();
  const mutation = `mutation ($input: ${MUTATIONS[name]}!) { done: ${name}(input: $input) { movement userErrors { field message } } }`;
  const { data, errors } = await home.ask(mutation, { input: { id, ...input } }, duty);
  expect(errors ?? []).toEqual([]);
  const { movement, userErrors } = data!['done'] as { movement: string | null; userErrors: object[] };
  expect(userErrors.length > 0).toBe(movement === null);
  const [row] = await home.dataSource.query<{ body: SentMessage }[]>('SELECT body FROM movement_outbox WHERE id = $1', [
    id,
  ]);
  expect(row !== undefined).toBe(movement !== null && name !== 'recordArrival');
  return { movement, message: row?.body ?? null };
}

it(
  'what a partnership takes of a notice and what comes after it, the hub records: what that refuses, home has refused',
  async () => {
    const taken: Record<string, number> = {};
    const count = (what: string) => (taken[what] = (taken[what] ?? 0) + 1);
    const story = [notices, children, fc.option(arrivals), fc.array(amendments, { maxLength: 3 }), steps] as const;
    await fc.assert(
      fc.asyncProperty(...story, async (notice, child, arrival, amended, step) => {
        const named = childOf(child);
        const { expectedOn, ...born } = notice as typeof notice & { expectedOn: string };
        const unborn = child.kind === 'UNBORN' && { expectedOn };
        if (arrival && (await atHome('recordArrival', { ...arrived(named), ...arrival, ...unborn })).movement) {
          count('recordArrival');
        }
        const { movement, message } = await atHome('notifyMovement', { ...named, ...born, ...unborn });
        if (movement === null) return;
        let known: AtTheHub = { events: [], chain: EMPTY_CHAIN, child: null };
        const send = (what: string, sent: SentMessage | null) => {
          if (sent === null) return;
          count(what);
          const answer = atTheHub(known, sent);
          expect([what, answer.refusal]).toEqual([what, null]);
          known = answer.known!;
          expect(clockRows(foldEvents(known.events)!, rules, new Date()).length).toBeGreaterThan(0);
        };
        send('notifyMovement', message);
        const onBehalf = born['onBehalf'];
        for (const amendment of amended) {
          send('amendNotice', (await atHome('amendNotice', { movement, onBehalf, ...amendment })).message);
        }
        send('takeMovementStep', (await atHome('takeMovementStep', { movement, ...step })).message);
      }),
      { numRuns: RUNS },
    );
    // Else nothing would have been shown.
    const few = Object.keys(MUTATIONS).filter((name) => (taken[name] ?? 0) < RUNS / 20);
    expect([few, taken]).toEqual([[], taken]);
  },
  PATIENCE_MS,
);

/** An arrival names no siblings. */
function arrived({ siblings: _, siblingsApart: __, ...child }: { siblings?: string[]; siblingsApart?: string[] }) {
  return child;
}
