import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { mutationNamed } from '../../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

/** Children who are not born, have no number that is known, come from nobody knows where, or from abroad. */
const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'] as const;
/** Of the range that is never issued. */
const NUMBER = '9990000018';
const REFERENCE = 'M-4711';
const evidence = 'Police report of 3 March.';
const own = { partnership: 'tri-borough', purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true } as const;
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { ...own, organisation, person: `duty-${organisation}` });
const daysFromNow = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) + days);
const born = { dateOfBirth: daysFromNow(-9 * 365) };
const expectedOn = daysFromNow(60);

interface Payload {
  movement: string | null;
  state: string | null;
  record: Record<string, unknown> | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

let subgraph: OpenSubgraph;
beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [HAMMERSMITH, KENSINGTON] },
      factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
    }),
    { demo: false },
  );
});
afterAll(() => subgraph?.close());
afterEach(async () => {
  await subgraph.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event');
});

type Mutation = 'NotifyMovement' | 'RecordArrival' | 'UpdateChildRecord';
async function run(name: Mutation, input: object, who: RequestIdentity = duty(HAMMERSMITH)): Promise<Payload> {
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${name}Input!) { result: ${mutationNamed(name)}(input: $input) { movement state
       record { status side counterpart childPseudonym expectedOn openedOn earlierOrigins { origin until person } }
       userErrors { field message code } } }`,
    { input },
    who,
  );
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data!['result'])) as Payload;
}
const rows = async <Row>(sql: string) => subgraph.dataSource.query<Row[]>(sql);
const errorsOf = ({ userErrors }: Payload) => userErrors.map(({ code, field }) => [code, field.slice(1).join('.')]);

const notice = (more: object = {}) => ({
  ...{ id: randomUUID(), category: 'CHILD_IN_NEED_PLAN', origin: HAMMERSMITH, destination: REDBRIDGE },
  ...{ permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false, ...more },
});
const arrival = (more: object = {}) => ({
  ...{ id: randomUUID(), origin: REDBRIDGE, arrivedOn: daysFromNow(-3), ...more },
});
async function done(name: Mutation, input: object, who?: RequestIdentity): Promise<Payload> {
  const payload = await run(name, input, who);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

describe('a child without an NHS number', () => {
  it("is notified by the own system's reference, of which nothing is kept or sent", async () => {
    const { record } = await done('NotifyMovement', notice({ ...born, localReference: REFERENCE }));
    expect(record!['childPseudonym']).toMatch(/^p2:1:/);
    const stored = JSON.stringify(await rows('SELECT o, c FROM movement_outbox AS o, child_record AS c'));
    for (const said of [REFERENCE, born.dateOfBirth]) expect(stored).not.toContain(said);
  });

  it('is the same child by the same reference, and of another authority another', async () => {
    const first = notice({ ...born, localReference: REFERENCE });
    const { movement } = await done('NotifyMovement', first);
    expect(await run('NotifyMovement', first)).toMatchObject({ movement, userErrors: [] });
    const again = notice({ ...born, localReference: ` ${REFERENCE} ` });
    expect(errorsOf(await run('NotifyMovement', again))).toEqual([['MOVE_ALREADY_NOTIFIED', 'destination']]);
    await done('NotifyMovement', notice({ ...born, localReference: REFERENCE, origin: KENSINGTON }), duty(KENSINGTON));
    expect(await rows('SELECT count(DISTINCT child_pseudonym)::int AS children FROM child_record')).toEqual([
      { children: 2 },
    ]);
  });

  it('may arrive, and is found again by its reference', async () => {
    await done('RecordArrival', arrival({ ...born, localReference: REFERENCE }));
    const again = await run('RecordArrival', arrival({ ...born, localReference: REFERENCE }));
    expect(errorsOf(again)).toEqual([['ARRIVAL_ALREADY_RECORDED', 'localReference']]);
  });

  it.each([
    [{}, 'REQUIRED', 'nhsNumber'],
    [{ nhsNumber: null, localReference: null }, 'REQUIRED', 'nhsNumber'],
    [{ nhsNumber: NUMBER, localReference: REFERENCE }, 'NOT_BOTH', 'localReference'],
    [{ localReference: ' ' }, 'LOCAL_REFERENCE_INVALID', 'localReference'],
    [{ localReference: 'x'.repeat(101) }, 'LOCAL_REFERENCE_INVALID', 'localReference'],
    [{ localReference: 'M\u00004711' }, 'LOCAL_REFERENCE_INVALID', 'localReference'],
    [{ nhsNumber: '' }, 'NHS_NUMBER_INVALID', 'nhsNumber'],
  ])('is named in one way: %j is refused', async (named, code, field) => {
    for (const payload of [
      await run('NotifyMovement', notice({ ...born, ...named })),
      await run('RecordArrival', arrival({ ...born, ...named })),
    ]) {
      expect(errorsOf(payload)).toEqual([[code, field]]);
      expect(JSON.stringify(payload.userErrors)).not.toMatch(/4711|999000/);
    }
    expect(await rows('SELECT 1 FROM child_record')).toEqual([]);
  });
});

describe('an unborn child', () => {
  const unborn = { localReference: REFERENCE, expectedOn };

  it('is notified by a reference of the mother, and the record says when it is expected', async () => {
    const { record, movement } = await done('NotifyMovement', notice(unborn));
    expect(record).toMatchObject({ status: 'OPEN', expectedOn });
    const [{ body }] = await rows<{ body: { event: { data: object } } }>('SELECT body FROM movement_outbox').then(
      (all) => all as [(typeof all)[0]],
    );
    expect(body.event.data).toMatchObject({ expectedOn, childPseudonym: expect.stringMatching(/^p2:/) });
    const { data } = await subgraph.askOwn(
      `{ movement(id: "${movement}") { expectedOn isUnnumbered } }`,
      {},
      duty(HAMMERSMITH),
    );
    expect(data).toEqual({ movement: { expectedOn, isUnnumbered: true } });
  });

  it('is not the mother, who may be a child that moves too', async () => {
    await done('NotifyMovement', notice(unborn));
    await done('NotifyMovement', notice({ ...born, localReference: REFERENCE }));
  });

  it('may arrive with the mother', async () => {
    const input = arrival(unborn);
    const { record, movement } = await done('RecordArrival', input);
    expect(record).toMatchObject({ status: 'OPEN', expectedOn });
    expect(await run('RecordArrival', input)).toMatchObject({ movement, userErrors: [] });
    const other = await run('RecordArrival', { ...input, expectedOn: daysFromNow(61) });
    expect(errorsOf(other)).toEqual([['ID_TAKEN', 'id']]);
  });

  it.each([
    [{ localReference: REFERENCE }, 'REQUIRED', 'dateOfBirth'],
    [{ ...born, ...unborn }, 'NOT_BOTH', 'expectedOn'],
    [{ expectedOn }, 'REQUIRED', 'localReference'],
    [{ expectedOn, nhsNumber: NUMBER }, 'NOT_BORN', 'nhsNumber'],
    [{ ...unborn, expectedOn: daysFromNow(320) }, 'DATE_IMPLAUSIBLE', 'expectedOn'],
    [{ ...unborn, expectedOn: daysFromNow(-60) }, 'DATE_IMPLAUSIBLE', 'expectedOn'],
  ])('is named as one: %j is refused', async (named, code, field) => {
    expect(errorsOf(await run('NotifyMovement', notice(named)))).toEqual([[code, field]]);
    expect(errorsOf(await run('RecordArrival', arrival(named)))).toEqual([[code, field]]);
  });

  it.each(['LOOKED_AFTER_PLACEMENT', 'CARE_LEAVER'])('is not of the category %s', async (category) => {
    const placement = { distance: 'AT_A_DISTANCE', isEmergency: false, placementStartsOn: daysFromNow(3) };
    const { userErrors } = await run('NotifyMovement', notice({ ...unborn, ...placement, category }));
    expect(userErrors).toMatchObject([{ code: 'NOT_BORN', field: ['input', 'category'] }]);
  });
});

describe('a child from abroad', () => {
  const abroad = { ...born, nhsNumber: NUMBER, origin: 'ABROAD:FR', destination: HAMMERSMITH };

  it('is notified for the authorities there, with what that is known by', async () => {
    expect(errorsOf(await run('NotifyMovement', notice({ ...abroad, onBehalf: true })))).toEqual([
      ['REQUIRED', 'evidence'],
    ]);
    const { record } = await done('NotifyMovement', notice({ ...abroad, onBehalf: true, evidence }));
    expect(record).toMatchObject({ side: 'DESTINATION', status: 'KNOWN', counterpart: 'ABROAD:FR' });
  });

  it('may arrive, and one may move there', async () => {
    const { record } = await done('RecordArrival', arrival({ ...born, nhsNumber: NUMBER, origin: 'ABROAD:FR' }));
    expect(record).toMatchObject({ counterpart: 'ABROAD:FR' });
    await done('NotifyMovement', notice({ ...born, localReference: REFERENCE, destination: 'ABROAD:IE' }));
  });

  it.each(['ABROAD:XX', 'ABROAD:GB', 'ABROAD'])('comes from a country that there is: %s is none', async (origin) => {
    const { userErrors } = await run('RecordArrival', arrival({ ...born, nhsNumber: NUMBER, origin }));
    expect(userErrors).toMatchObject([{ code: 'AUTHORITY_UNKNOWN', field: ['input', 'origin'] }]);
  });
});

describe('a child of whom nobody knows where it comes from', () => {
  const found = { ...born, localReference: 'found-1', origin: 'UNKNOWN' };
  const noticeOf = (more: object = {}) =>
    notice({ ...found, destination: HAMMERSMITH, onBehalf: true, evidence, ...more });

  it('is the receiving authority’s from the notice on: its record is open', async () => {
    const { record } = await done('NotifyMovement', noticeOf());
    expect(record).toMatchObject({ side: 'DESTINATION', status: 'OPEN', openedOn: todayInLondon() });
  });

  it('goes nowhere that nobody knows', async () => {
    const { userErrors } = await run('NotifyMovement', notice({ ...born, nhsNumber: NUMBER, destination: 'UNKNOWN' }));
    expect(userErrors).toMatchObject([{ code: 'AUTHORITY_UNKNOWN', field: ['input', 'destination'] }]);
  });

  it('may arrive; once the origin is known the record says so, and what was said before', async () => {
    const input = arrival(found);
    const { movement } = await done('RecordArrival', input);
    const amend = (origin: string) => run('UpdateChildRecord', { movement, origin });
    const { record, userErrors } = await amend('E10000012');
    expect(userErrors).toEqual([]);
    const before = { origin: 'UNKNOWN', until: expect.any(String), person: `duty-${HAMMERSMITH}` };
    expect(record).toMatchObject({ counterpart: 'E10000012', earlierOrigins: [before] });
    expect((await amend('E10000012')).record).toEqual(record);
    const last = await amend('ABROAD:FR');
    expect(last.record).toMatchObject({ earlierOrigins: [before, { origin: 'E10000012' }] });
    expect(errorsOf(await amend(HAMMERSMITH))).toEqual([['NOT_FROM_ELSEWHERE', 'origin']]);
    expect(errorsOf(await amend('E99999999'))).toEqual([['AUTHORITY_UNKNOWN', 'origin']]);
    expect(await run('RecordArrival', input)).toMatchObject({ movement, userErrors: [] });
  });

  it('is not put right where it would be another arrival, or the notice’s to say', async () => {
    const { movement } = await done('RecordArrival', arrival(found));
    await done('RecordArrival', arrival({ ...found, origin: REDBRIDGE }));
    expect(errorsOf(await run('UpdateChildRecord', { movement, origin: REDBRIDGE }))).toEqual([
      ['ARRIVAL_ALREADY_RECORDED', 'origin'],
    ]);
    const notified = await done('NotifyMovement', notice({ ...born, nhsNumber: NUMBER }));
    expect(errorsOf(await run('UpdateChildRecord', { movement: notified.movement, origin: KENSINGTON }))).toEqual([
      ['ORIGIN_OF_NOTICE', 'origin'],
    ]);
  });

  it('whose origin gives its notice after all has one record, which keeps what was said', async () => {
    const child = { ...born, nhsNumber: NUMBER };
    const input = arrival({ ...child, origin: 'UNKNOWN' });
    await done('RecordArrival', input);
    const late = notice({ ...child, origin: 'E10000012', destination: HAMMERSMITH, onBehalf: true, evidence });
    const { movement, record } = await done('NotifyMovement', late);
    expect(record).toMatchObject({
      ...{ status: 'OPEN', counterpart: 'E10000012', openedOn: daysFromNow(-3) },
      earlierOrigins: [{ origin: 'UNKNOWN', person: null }],
    });
    expect(await rows('SELECT movement_id FROM child_record')).toEqual([{ movement_id: movement }]);
    expect(await run('RecordArrival', input)).toMatchObject({ movement, userErrors: [] });
  });
});
