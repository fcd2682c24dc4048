import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fromDayNumber, toDayNumber, todayInLondon, type MovementEvent, type SentMessage } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';
import { storeDeliveries } from '../exchange/store-delivery';

const [LAMBETH, REDBRIDGE, HAVERING, CAMDEN] = ['E09000022', 'E09000026', 'E09000016', 'E09000007'] as const;
/** Of the range that is never issued. */
const [UNDER_OLD, NUMBER, OTHER] = ['9990000018', '999 000 0026', '9990000034'] as const;
const own = { partnership: 'lambeth', covers: [LAMBETH] };
const duty = (organisation: string = LAMBETH) =>
  requestIdentityOf('duty-team', {
    ...{ person: 'lambeth-7', organisation, partnership: 'lambeth' },
    ...{ purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true },
  });

let subgraph: OpenSubgraph;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../../../../subgraphs/lambeth/facts');
  const definition = { id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [LAMBETH], factsFolder };
  subgraph = await openSubgraph(definePartnership(definition), { demo: false });
});
afterAll(() => subgraph?.close());
afterEach(() =>
  subgraph.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event, movement_waiting, child_link'),
);

interface Payload {
  movement: string;
  state: string | null;
  step: string | null;
  userErrors: { field: string[]; code: string; message: string }[];
}
async function run(mutation: string, input: object, who = duty()): Promise<Payload> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}) { result: ${mutation}(input: $input) {
       movement state step userErrors { field code message } } }`,
    { input },
    who,
  );
  expect(errors).toBeUndefined();
  return data!['result'] as Payload;
}
const rows = <Row>(sql: string, ...parameters: unknown[]) => subgraph.dataSource.query<Row[]>(sql, parameters);
const childIn = async (movement: string) =>
  (
    await rows<{ child: string }>('SELECT child_pseudonym AS child FROM child_record WHERE movement_id = $1', movement)
  )[0]!.child;
const outbox = () => rows<{ body: SentMessage }>('SELECT body FROM movement_outbox ORDER BY sequence');

const born = fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365);
const notice = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: UNDER_OLD, dateOfBirth: born, category: 'CHILD_IN_NEED_PLAN', origin: LAMBETH },
  ...{ destination: REDBRIDGE, permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false, ...more },
});
async function notified(more: object = {}): Promise<string> {
  const { movement, userErrors } = await run('notifyMovement', notice(more));
  expect(userErrors).toEqual([]);
  return movement;
}
const linking = (movement: string, more: object = {}) => ({ id: randomUUID(), movement, nhsNumber: NUMBER, ...more });

/** The hub has recorded all that waits of a movement, and says so. */
async function recorded(movement: string): Promise<void> {
  const waiting = (await outbox()).map(({ body }) => body).filter(({ event }) => event.movement === movement);
  const deliveries = waiting.map(({ event, after }, index) => ({
    ...{ id: String(index), movement, kind: 'RECORDED' as const, after },
    event: { ...event, recordedAt: new Date().toISOString() } as MovementEvent,
  }));
  await subgraph.dataSource.transaction((manager) => storeDeliveries(manager, own, deliveries));
}

describe('the number of a child who was recorded without it', () => {
  it('is a step for the hub, with a pseudonym; the records follow once the hub has recorded it, all of the child', async () => {
    const movement = await notified();
    const beside = await notified({ category: 'MISSING', destination: HAVERING });
    const before = await childIn(movement);
    const input = linking(movement);
    expect(await run('linkChild', input)).toMatchObject({ state: 'NOTIFIED', step: 'PENDING', userErrors: [] });
    expect(await childIn(movement)).toBe(before);
    const { event } = (await outbox()).at(-1)!.body;
    expect(event).toMatchObject({ id: input.id, move: 'LINK_CHILD', side: 'ORIGIN', authority: LAMBETH });
    expect(Object.keys(event.data)).toEqual(['childPseudonym']);
    await recorded(movement);
    for (const one of [movement, beside]) expect(await childIn(one)).toBe(event.data.childPseudonym);
    const later = await notified({ category: 'MISSING', destination: CAMDEN });
    expect(await childIn(later)).toBe(event.data.childPseudonym);
    const again = await run('notifyMovement', notice({ nhsNumber: NUMBER }));
    expect(again.userErrors).toMatchObject([{ code: 'MOVE_ALREADY_NOTIFIED' }]);
  });

  it('again, by the same or another, changes nothing', async () => {
    const movement = await notified();
    const input = linking(movement);
    const first = await run('linkChild', input);
    expect(await run('linkChild', input)).toEqual(first);
    expect(await run('linkChild', linking(movement))).toEqual({ ...first, step: null });
    expect(await outbox()).toHaveLength(2);
    await recorded(movement);
    expect(await run('linkChild', input)).toEqual({ ...first, step: 'RECORDED' });
    expect(await run('linkChild', linking(movement))).toEqual({ ...first, step: null });
    expect(await outbox()).toHaveLength(2);
  });

  it('is said by the other side too, and then the own records follow', async () => {
    const movement = await notified();
    await recorded(movement);
    const event = {
      ...{ id: randomUUID(), movement, move: 'LINK_CHILD', side: 'DESTINATION', authority: REDBRIDGE },
      ...{ person: 'redbridge-1', role: 'duty-team', occurredAt: new Date().toISOString() },
      ...{ recordedAt: new Date().toISOString(), data: { childPseudonym: 'p1:1:number' } },
    } as MovementEvent;
    const [last] = await rows<{ id: string }>('SELECT message_id AS id FROM movement_event');
    const delivery = { id: '9', movement, kind: 'RECORDED' as const, event, after: last!.id };
    for (const _again of [1, 2]) {
      await subgraph.dataSource.transaction((manager) => storeDeliveries(manager, own, [delivery]));
      expect(await childIn(movement)).toBe('p1:1:number');
    }
  });

  it('of one who arrived without a notice is for the own record alone, so that the notice finds it', async () => {
    const arrival = { id: randomUUID(), nhsNumber: UNDER_OLD, dateOfBirth: born, origin: REDBRIDGE };
    const { movement } = await run('recordArrival', { ...arrival, arrivedOn: todayInLondon() });
    for (const _again of [1, 2]) expect(await run('linkChild', linking(movement))).toMatchObject({ userErrors: [] });
    expect(await outbox()).toEqual([]);
    const again = { ...arrival, id: randomUUID(), nhsNumber: NUMBER, arrivedOn: todayInLondon() };
    const { userErrors } = await run('recordArrival', again);
    expect(userErrors).toMatchObject([{ code: 'ARRIVAL_ALREADY_RECORDED' }]);
  });

  it('is taken after the end too', async () => {
    const movement = await notified();
    const withdrawal = { id: randomUUID(), movement, move: 'WITHDRAW', reason: 'They stay with us.' };
    expect(await run('takeMovementStep', withdrawal)).toMatchObject({ state: 'WITHDRAWN' });
    const before = await rows('SELECT status, closed_on, ended_at FROM child_record');
    expect(await run('linkChild', linking(movement))).toMatchObject({ state: 'WITHDRAWN', step: 'PENDING' });
    expect(await rows('SELECT status, closed_on, ended_at FROM child_record')).toEqual(before);
  });

  it('is refused to another, and where it cannot be a number', async () => {
    const movement = await notified();
    const codesOf = async (input: object, who = duty()) =>
      (await run('linkChild', input, who)).userErrors.map(({ code, field }) => [code, field.at(-1)]);
    expect(await codesOf(linking('movement:none'))).toEqual([['MOVEMENT_UNKNOWN', 'movement']]);
    expect(await codesOf(linking(movement), duty(REDBRIDGE))).toEqual([['NOT_YOUR_AUTHORITY', 'authority']]);
    for (const nhsNumber of ['123', '0000000000', '9990000019']) {
      expect(await codesOf(linking(movement, { nhsNumber }))).toEqual([['NHS_NUMBER_INVALID', 'nhsNumber']]);
    }
    const input = linking(movement);
    await run('linkChild', input);
    expect(await codesOf({ ...input, nhsNumber: OTHER })).toEqual([['ID_TAKEN', 'id']]);
    const another = { nhsNumber: OTHER };
    expect(await codesOf(linking(movement, another))).toEqual([['LINKED_TO_ANOTHER', 'nhsNumber']]);
    const beside = await notified({ category: 'MISSING', destination: HAVERING });
    await recorded(movement);
    expect(await codesOf(linking(beside, another))).toEqual([['LINKED_TO_ANOTHER', 'nhsNumber']]);
    expect(await outbox()).toHaveLength(3);
  });
});

describe('an adopted child', () => {
  const adopted = (movement: string) => run('updateChildRecord', { movement, isAdopted: true });

  it('is linked to nothing by its own side, in neither direction', async () => {
    const before = await notified();
    const after = await notified({ nhsNumber: NUMBER, category: 'MISSING', destination: HAVERING });
    await adopted(before);
    for (const input of [linking(before, { nhsNumber: OTHER }), linking(after, { nhsNumber: UNDER_OLD })]) {
      expect((await run('linkChild', input)).userErrors).toMatchObject([{ code: 'CHILD_ADOPTED' }]);
    }
  });

  it('keeps its record as it was where the other side links it', async () => {
    const movement = await notified();
    await run('linkChild', linking(movement));
    const before = await childIn(movement);
    await adopted(movement);
    await recorded(movement);
    expect(await childIn(movement)).toBe(before);
  });
});
