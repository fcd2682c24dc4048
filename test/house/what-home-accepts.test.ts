import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  ADJOINING_AUTHORITIES,
  EMPTY_CHAIN,
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
  type SentMessage,
} from '@hub/contract';
import { definePartnership } from '@hub/partnership';
import { settleMessage } from '../../subgraphs/london-scp/src/movements/exchange/settle-message';
import { readMoveData } from '../../subgraphs/london-scp/src/movements/exchange/read-move-data';
import { clockRows } from '../../subgraphs/london-scp/src/movements/store/rows-of-movement';
import { readProcedures } from '../../subgraphs/london-scp/src/procedures/procedure-files';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';
import { requestIdentityOf } from '../support/request-identities';

const RUNS = Number(process.env['NOTICES_AT_HOME'] ?? 300);
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
});
afterAll(() => home?.close());

const rules: readonly ClockRule[] = readProcedures().rules;
const directory = { rules, partnershipOf: (code: string) => (COVERS.includes(code) ? partnership : null) };

/** What the hub makes of the first message of a movement of which it knows nothing. */
function atTheHub({ event, after }: SentMessage) {
  const read = readMoveData(JSON.stringify(event.data));
  if (!('data' in read)) return { refusal: read };
  const sent = { event: { ...event, data: read.data }, after };
  const now = new Date();
  const state = { now, events: [], isSynthetic: false, unrecorded: [], before: null };
  const linked = { isLinked: false, children: new Map() };
  const child = { child: null, chain: EMPTY_CHAIN, others: [], childLastAt: null, linked };
  const { movement, refused } = settleMessage({ ...state, ...child }, { sender: partnership, sent }, directory);
  return { refusal: outOfBounds(sent) ?? refused.get(event.id) ?? null, movement };
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
const MAY_BE_LEFT_OUT = [
  ...(['movedOn', 'accommodationAvailableOn', 'reason', 'transferPack', 'occurredAt'] as const),
  ...(['legalStatus', 'reasonForMove', 'interimProtection', 'lastSeenOn', 'nextVisitOn'] as const),
  ...(['toTell', 'housingNoticeParts', 'isShielded', 'siblingReferences'] as const),
] as const;

const LONDON = [...ADJOINING_AUTHORITIES.keys()];
const ESSEX = 'E10000012';
const notices = fc
  .record({
    category: fc.constantFrom(...Object.values(MovementCategory)),
    origin: usually(fc.constant(COVERS[0]!), authority),
    destination: usually(fc.constantFrom(...LONDON, ESSEX, 'ABROAD:IE'), authority),
    destinationName: usually(fc.constant('Essex'), text),
    permanence: fc.constantFrom(...Object.values(MovementPermanence)),
    planning: fc.constantFrom(...Object.values(MovementPlanning)),
    hasStatutoryOrder: fc.boolean(),
    becameAwareAt: instantOf(dayAround(-265, -1)),
    movedOn: dayAround(-265, 85),
    isNear: usually(fc.constant(null), fc.boolean()),
    isEmergency: fc.boolean(),
    placementStartsOn: dayAround(-265, 85),
    accommodationAvailableOn: dayAround(-265, 0),
    reason: text,
    legalStatus: usually(fc.constant<LegalStatus>(LegalStatus.OTHER), fc.constantFrom(...Object.values(LegalStatus))),
    reasonForMove: text,
    interimProtection: text,
    lastSeenOn: dayAround(-90, -21),
    nextVisitOn: dayAround(-21, 60),
    toTell: fc.subarray(Object.values(OrganisationKind)),
    housingNoticeParts: usually(fc.constant<HousingNoticePart[]>([]), fc.subarray(Object.values(HousingNoticePart))),
    isShielded: fc.boolean(),
    siblingReferences: usually(fc.constant<string[]>(['S-1']), fc.constant<string[]>(['S-1', ' S-1'])),
    sha256: usually(fc.constantFrom('a'.repeat(64), 'A'.repeat(64)), fc.constant('a')),
    occurredAt: instantOf(dayAround(-20, -1)),
    dateOfBirth: dayAround(-17 * 365, -300),
    onBehalf: usually(fc.constant(false), fc.boolean()),
    isUnborn: fc.boolean(),
    expectedOn: dayAround(-20, 270),
    isArriving: fc.boolean(),
    from: fc.constantFrom('UNKNOWN', 'ABROAD:FR', ESSEX),
    said: fc.subarray([...MAY_BE_LEFT_OUT]),
  })
  .map(({ isNear, sha256, reason, said, isUnborn, dateOfBirth, expectedOn, isArriving, from, ...going }) => {
    const arriving = { origin: from, destination: COVERS[0]!, onBehalf: true, evidence: 'Letter of 3 March.' };
    const child = isUnborn ? { localReference: 'M-4711', expectedOn } : { nhsNumber: '9990000018', dateOfBirth };
    const notice = { ...going, ...child, ...(isArriving && arriving) };
    const isNeighbour = ADJOINING_AUTHORITIES.get(notice.origin)?.includes(notice.destination) ?? false;
    const distance = (isNear ?? isNeighbour) ? PlacementDistance.OUT_OF_AREA : PlacementDistance.AT_A_DISTANCE;
    const all = { ...notice, distance, reason, transferPack: [{ title: 'Plan', sha256 }] };
    const leftOut = MAY_BE_LEFT_OUT.filter((field) => !said.includes(field));
    return Object.fromEntries(Object.entries(all).filter(([field]) => !leftOut.includes(field as never)));
  });

const NOTIFY = `mutation ($input: NotifyMovementInput!) {
  notifyMovement(input: $input) { movement userErrors { code } } }`;

it('a notice that a partnership takes, the hub records: what the hub refuses of itself, home has refused', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(notices, async (notice) => {
      await home.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event');
      const input = { id: randomUUID(), ...notice };
      const { data, errors } = await home.ask(NOTIFY, { input }, duty);
      expect(errors ?? []).toEqual([]);
      const rows = await home.dataSource.query<{ body: SentMessage }[]>('SELECT body FROM movement_outbox');
      expect(rows.length).toBe((data!['notifyMovement'] as { movement: string | null }).movement === null ? 0 : 1);
      for (const { body } of rows) {
        taken += 1;
        const { refusal, movement } = atTheHub(body);
        expect(refusal).toBeNull();
        expect(clockRows(movement!, rules, new Date()).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: RUNS },
  );
  // Else nothing would have been shown.
  expect(taken).toBeGreaterThan(RUNS / 20);
});
